// Standard output and standard error that cannot be written.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { binPath } from './testing/run-lenet.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-streams-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function inShell(script: string) {
  const env = { ...process.env, NODE: process.execPath, BIN: binPath };
  return spawnSync('bash', ['-c', script], { cwd: folder, env, encoding: 'utf8' });
}
test.runIf(process.platform === 'linux')('a full standard output is an error of one line', () => {
  const { status, stderr } = inShell('"$NODE" "$BIN" models >/dev/full');
  expect(stderr).toContain('lenet: cannot write to standard output (ENOSPC).\n');
  expect(stderr).not.toContain(' at ');
  expect(status).toBe(1);
});

test.runIf(process.platform !== 'win32')('a reader of standard error that leaves does not end a run', () => {
  const train = '"$NODE" "$BIN" train --data synthetic --train-images 300 --test-images 50 --epochs 1 --json';
  const { stdout } = inShell(`{ ${train}; echo "exit $?"; } 2> >(exec 0<&-; exit)`);
  expect(stdout).toMatch(/"epochs":1.*\nexit 0\n$/s);
});
