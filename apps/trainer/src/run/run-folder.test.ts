import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRunFolder, openRunFolder } from './run-folder.js';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'lenet-runs-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

test('makes the parent, writes whole files and leaves no temporary ones', async () => {
  const folder = await createRunFolder(join(parent, 'deep', 'runs'), 'first', false);
  await folder.write('checkpoints/last', Uint8Array.of(1, 2));
  await folder.writeJson('config.json', { epochs: 1 });
  expect(readdirSync(folder.path).sort()).toEqual(['checkpoints', 'config.json']);
  expect(readdirSync(join(folder.path, 'checkpoints'))).toEqual(['last']);
  expect(readFileSync(join(folder.path, 'config.json'), 'utf8')).toBe('{\n  "epochs": 1\n}\n');
});

test('adds a number to a name of its own that is taken', async () => {
  await createRunFolder(parent, 'run', false);
  expect((await createRunFolder(parent, 'run', false)).path).toBe(join(parent, 'run-2'));
});

test('refuses a chosen name that is taken', async () => {
  const path = join(parent, 'run');
  await createRunFolder(parent, 'run', true);
  await expect(createRunFolder(parent, 'run', true)).rejects.toThrow(
    `Run folder "${path}" exists already. Choose another --name, or go on with "lenet resume ${path}".`,
  );
});

test('says what to do when the parent is a file', async () => {
  const file = join(parent, 'file');
  writeFileSync(file, '');
  await expect(createRunFolder(file, 'run', true)).rejects.toThrow(
    `Run folder: cannot use "${join(file, 'run')}" (ENOTDIR). A part of the path is a file; choose another folder with --out.`,
  );
});

test('opens only folders that a run made', () => {
  expect(() => openRunFolder(parent)).toThrow(
    `"${parent}" is not a run folder: expected a config.json in it. Give a folder that "lenet train" made, such as runs/<name>.`,
  );
});

test('reports a file that is not JSON', async () => {
  const folder = await createRunFolder(parent, 'run', true);
  await folder.write('config.json', '{');
  await expect(folder.readJson('config.json', {})).rejects.toThrow(
    /^File ".*config\.json" is not JSON: .*\. It was changed by hand or damaged; start a new run\.$/,
  );
});

test.each([
  ['null', 'is not an object: got null'],
  ['{}', 'is not what a run writes: expected "epochs" of type number, got nothing'],
  ['{"epochs":"ten"}', 'is not what a run writes: expected "epochs" of type number, got "ten"'],
])('reports a file that holds %s', async (text, problem) => {
  const folder = await createRunFolder(parent, 'run', true);
  await folder.write('config.json', text);
  await expect(folder.readJson<{ epochs: number }>('config.json', { epochs: 'number' })).rejects.toThrow(
    `File "${join(folder.path, 'config.json')}" ${problem}. It was changed by hand or damaged; start a new run.`,
  );
});

test('reports a folder where a file should be', async () => {
  const folder = await createRunFolder(parent, 'run', true);
  await folder.write('checkpoints/last/file', '');
  await expect(folder.read('checkpoints/last')).rejects.toThrow(
    `Run folder: cannot use "${folder.path}" (EISDIR). A folder is where a file should be; it was changed by hand. Start a new run.`,
  );
});

test('makes as many folders as are asked for at once, below a parent that is missing', async () => {
  const runs = join(parent, 'deep', 'runs');
  const folders = await Promise.all(Array.from({ length: 8 }, () => createRunFolder(runs, 'run', false)));
  expect(new Set(folders.map(({ path }) => path)).size).toBe(8);
});

test.runIf(process.platform === 'linux')('says what to do where no folder can be made', async () => {
  await expect(createRunFolder('/proc/lenet/runs', 'run', true)).rejects.toThrow(
    'Run folder: cannot use "/proc/lenet" (ENOENT). No folder can be made there; choose another with --out.',
  );
});
