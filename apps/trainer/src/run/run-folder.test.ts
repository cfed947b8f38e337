import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  folder.release();
  expect(readdirSync(folder.path).sort()).toEqual(['checkpoints', 'config.json']);
  expect(readdirSync(join(folder.path, 'checkpoints'))).toEqual(['last']);
  expect(readFileSync(join(folder.path, 'config.json'), 'utf8')).toBe('{\n  "epochs": 1\n}\n');
});

test('adds a number to a name of its own that is taken', async () => {
  const first = await createRunFolder(parent, 'run', false);
  const second = await createRunFolder(parent, 'run', false);
  expect([first.path, second.path]).toEqual([join(parent, 'run'), join(parent, 'run-2')]);
  first.release();
  second.release();
});

test('refuses a chosen name that is taken', async () => {
  const path = join(parent, 'run');
  const folder = await createRunFolder(parent, 'run', true);
  await folder.writeJson('config.json', {});
  folder.release();
  await expect(createRunFolder(parent, 'run', true)).rejects.toThrow(
    `Run folder "${path}" exists already. Choose another --name, or go on with "lenet resume ${path}".`,
  );
});

test('takes a chosen name whose run was killed before it wrote anything', async () => {
  const path = join(parent, 'run');
  mkdirSync(path);
  writeFileSync(join(path, 'config.json.123-0123abcd.tmp'), '{');
  const folder = await createRunFolder(parent, 'run', true);
  folder.release();
  expect([folder.path, readdirSync(path)]).toEqual([path, []]);
});

test('a folder that was deleted is not made again: nothing more is written', async () => {
  const folder = await createRunFolder(parent, 'run', true);
  rmSync(folder.path, { recursive: true });
  for (const change of [
    () => folder.write('checkpoints/last', 'text'),
    () => folder.append('events.jsonl', 'line'),
    () => folder.rename('a', 'b'),
    () => folder.remove('a'),
  ]) {
    await expect(change()).rejects.toThrow(
      /^Run folder ".*run": expected the lock of this process, "lock-[0-9a-f]{8}\.json", got none\. The folder was moved or deleted, or another process has taken the run over; nothing more is written\. Where the folder still is, go on with "lenet resume"\.$/,
    );
  }
  expect(readdirSync(parent)).toEqual([]);
  folder.release();
});

test('locking removes what a killed process left half-written, and nothing else', async () => {
  const path = join(parent, 'run');
  mkdirSync(join(path, 'checkpoints'), { recursive: true });
  for (const name of ['config.json', 'note.tmp', 'checkpoints/last', 'checkpoints/last.12-0123abcd.tmp']) {
    writeFileSync(join(path, name), '{}');
  }
  const folder = openRunFolder(path);
  await folder.lock();
  folder.release();
  expect(readdirSync(path, { recursive: true }).sort()).toEqual([
    'checkpoints',
    join('checkpoints', 'last'),
    'config.json',
    'note.tmp',
  ]);
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
  for (const folder of folders) folder.release();
});

test.runIf(process.platform === 'linux')('says what to do where no folder can be made', async () => {
  await expect(createRunFolder('/proc/lenet/runs', 'run', true)).rejects.toThrow(
    'Run folder: cannot use "/proc/lenet" (ENOENT). No folder can be made there; choose another with --out.',
  );
});
