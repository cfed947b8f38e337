import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findFolder } from './folder-checks.js';
import { probeFolder } from './probe-folder.js';

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'lenet-doctor-test-')));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a folder that can be written, of which nothing is left behind', async () => {
  expect(await probeFolder(root)).toEqual({ existingFolder: root, freeBytes: expect.any(Number) });
  expect(readdirSync(root)).toEqual([]);
});

test('a folder that is yet to be made is tried in the one around it', async () => {
  const { existingFolder, problem } = await probeFolder(join(root, 'runs', 'deeper'));
  expect({ existingFolder, problem }).toEqual({ existingFolder: root, problem: undefined });
  expect(readdirSync(root)).toEqual([]);
});

test('a file in the way is a problem', async () => {
  writeFileSync(join(root, 'runs'), '');
  expect((await probeFolder(join(root, 'runs'))).problem).toBe('ENOTDIR');
  expect((await probeFolder(join(root, 'runs', 'deeper'))).problem).toBe('ENOTDIR');
});

test.runIf(process.platform === 'linux')('a folder in which nothing can be made is a problem', async () => {
  const { problem } = await probeFolder('/proc/lenet');
  expect(problem).toBe('ENOENT');
});

const where = { existingFolder: '/here', freeBytes: 2e9 };

test('what is found of a folder', () => {
  expect(findFolder('/here', where, 'Go.', 'bad')).toMatchObject({
    status: 'good',
    summary: '/here: can be written, 2.0 GB free',
  });
  expect(findFolder('/here/runs', where, 'Go.', 'bad').summary).toBe('/here/runs: can be made, 2.0 GB free');
  expect(findFolder('/here', { ...where, problem: 'EROFS' }, 'Go.', 'bad')).toMatchObject({
    status: 'bad',
    summary: '/here: the file system is read-only (EROFS), 2.0 GB free',
    remedy: 'Go.',
  });
  expect(findFolder('/here', { ...where, freeBytes: 3e6 }, 'Go.', 'bad')).toMatchObject({
    status: 'note',
    summary: '/here: only 3.0 MB free',
    remedy: 'Have 50.0 MB free. Go.',
  });
});
