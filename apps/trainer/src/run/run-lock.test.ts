import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { identifyThisProcess } from './process-identity.js';
import { lockRunFolder } from './run-lock.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const since = '2026-11-23T09:00:00.000Z';
const leave = (name: string, content: unknown) =>
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));

test('refuses a second one until the first is released', async () => {
  const { host, pid } = await identifyThisProcess();
  const first = await lockRunFolder(folder);
  const error = await lockRunFolder(folder).catch((thrown: unknown) => thrown);
  expect((error as Error).message.replace(/since [^)]*/, `since ${since}`)).toBe(
    `Run "${folder}": expected no other process at work on it, got process ${pid} on ${host} (since ${since}). Wait until it is done, or stop it, then run the command again.`,
  );
  expect(readdirSync(folder)).toHaveLength(1);
  first.release();
  expect(readdirSync(folder)).toEqual([]);
  (await lockRunFolder(folder)).release();
});

test('of many that come at once exactly one stays', async () => {
  const settled = await Promise.allSettled(Array.from({ length: 8 }, () => lockRunFolder(folder)));
  const locks = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  expect(locks).toHaveLength(1);
  expect(readdirSync(folder)).toHaveLength(1);
  locks[0].check();
  locks[0].release();
});

test('a process that was killed holds nothing', async () => {
  const source = fileURLToPath(new URL('../../dist/run/run-lock.js', import.meta.url));
  const script = `
    import { lockRunFolder } from ${JSON.stringify(source)};
    await lockRunFolder(${JSON.stringify(folder)});
    console.log('locked');
    setInterval(() => {}, 1000);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
  await once(child.stdout, 'data');
  await expect(lockRunFolder(folder)).rejects.toThrow(`got process ${child.pid} on `);
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(readdirSync(folder)).toHaveLength(1);
  const said: string[] = [];
  const lock = await lockRunFolder(folder, { say: (line) => said.push(line) });
  expect([readdirSync(folder).length, said]).toEqual([1, []]);
  lock.release();
});

test('a process of another machine that shows no life for a while holds nothing', async () => {
  leave('lock-00000000.json', { host: 'far', space: 'far', pid: 7, began: '1', since });
  const said: string[] = [];
  const lock = await lockRunFolder(folder, { say: (line) => said.push(line), watchMs: 200 });
  expect(said).toEqual([
    `Process 7 on far (since ${since}) may be working on this run; watching for 0 s whether it is alive ...`,
  ]);
  expect(readdirSync(folder)).not.toContain('lock-00000000.json');
  lock.release();
});

test.each([
  ['1971', new Date(Date.UTC(1971, 0))],
  ['2099', new Date(Date.UTC(2099, 0))],
])('a process of another machine that lives is seen, though its clock says %s', async (_year, date) => {
  const file = 'lock-00000000.json';
  leave(file, { host: 'far', space: 'far', pid: 7, began: '1', since });
  let beats = 0;
  const beat = setInterval(() => {
    const then = new Date(date.getTime() + 10 * beats++);
    utimesSync(join(folder, file), then, then);
  }, 50);
  await expect(lockRunFolder(folder, { watchMs: 5000 })).rejects.toThrow(
    `Run "${folder}": expected no other process at work on it, got process 7 on far (since ${since}). Wait until it is done, or stop it, then run the command again.`,
  );
  clearInterval(beat);
  expect(readdirSync(folder)).toEqual([file]);
});

test.each(['', '{"pid":', '[]'])(
  'a lock that holds %j, as a kill or a power cut leaves it, holds nothing',
  async (text) => {
    leave('lock-00000000.json', text);
    const lock = await lockRunFolder(folder, { watchMs: 100 });
    expect(readdirSync(folder)).toHaveLength(1);
    lock.release();
  },
);
