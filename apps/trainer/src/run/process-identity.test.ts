import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { identifyThisProcess, isAlive } from './process-identity.js';

test('this process is alive', async () => {
  const here = await identifyThisProcess();
  expect(here.pid).toBe(process.pid);
  expect(await isAlive(here, here)).toBe(process.platform === 'win32' ? undefined : true);
});

test('a process that was killed is dead', async () => {
  const here = await identifyThisProcess();
  const child = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
  const pid = child.pid!;
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(await isAlive({ ...here, pid }, here)).toBe(false);
});

test.skipIf(process.platform === 'win32')(
  'another process that has its number by now is not it',
  async () => {
    const here = await identifyThisProcess();
    expect(await isAlive({ ...here, began: 'earlier' }, here)).toBe(false);
  },
);

test('of another machine, or of this one before its last start, nothing is known', async () => {
  const here = await identifyThisProcess();
  expect(await isAlive({ ...here, space: 'elsewhere' }, here)).toBeUndefined();
});
