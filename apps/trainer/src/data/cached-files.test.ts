import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listCachedFiles, removeCachedFiles } from './cached-files.js';

let cacheFolder: string;
let folder: string;
beforeEach(() => {
  cacheFolder = mkdtempSync(join(tmpdir(), 'lenet-cache-'));
  folder = join(cacheFolder, 'mnist');
  mkdirSync(folder);
});
afterEach(() => rmSync(cacheFolder, { recursive: true, force: true }));

const own = [
  't10k-labels-idx1-ubyte.gz',
  'train-images-idx3-ubyte',
  'train-images-idx3-ubyte.gz.4711-0a1b2c3d.tmp',
  'train-labels.idx1-ubyte',
];

test('finds its own files by their names, half-written ones too', async () => {
  for (const [index, name] of own.entries()) writeFileSync(join(folder, name), 'x'.repeat(index));
  expect(await listCachedFiles(cacheFolder)).toEqual(
    own.map((name, bytes) => ({ path: join(folder, name), bytes })),
  );
});

test("removes its own files and leaves everybody else's", async () => {
  const others = ['notes.txt', 'train-images-idx3-ubyte.png', 'train-images-idx3-ubyte.tmp'];
  for (const name of [...own, ...others]) writeFileSync(join(folder, name), '');
  await removeCachedFiles(cacheFolder, await listCachedFiles(cacheFolder));
  expect(readdirSync(folder)).toEqual(others);
});

test('removes the folders where nothing is left in them', async () => {
  writeFileSync(join(folder, own[0]), '');
  await removeCachedFiles(cacheFolder, await listCachedFiles(cacheFolder));
  expect(existsSync(cacheFolder)).toBe(false);
});

test('a cache that was never made is empty', async () => {
  expect(await listCachedFiles(join(cacheFolder, 'none'))).toEqual([]);
});
