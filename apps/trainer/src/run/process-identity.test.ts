import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
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

test.runIf(process.platform === 'linux')(
  'a process that ended and that nobody waits for is dead',
  async () => {
    const here = await identifyThisProcess();
    // The shell becomes a program that never asks how its child ended.
    const parent = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60']);
    const [line] = await once(parent.stdout, 'data');
    const pid = Number(String(line));
    const readStat = () => readFileSync(`/proc/${pid}/stat`, 'utf8');
    const child = { ...here, pid, began: readStat().split(' ')[21] };
    expect(await isAlive(child, here)).toBe(true);
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(() => expect(readStat()).toContain(') Z '));
    expect(await isAlive(child, here)).toBe(false);
    parent.kill('SIGKILL');
  },
);

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
