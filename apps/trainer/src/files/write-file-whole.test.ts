import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFileWhole } from './write-file-whole.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('makes the folders, writes text and bytes, replaces an older file', async () => {
  const path = join(folder, 'a', 'b', 'file');
  await writeFileWhole(path, 'older and longer');
  await writeFileWhole(path, Uint8Array.of(1, 2, 3));
  expect([...readFileSync(path)]).toEqual([1, 2, 3]);
  expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['file']);
});

test('writes only the bytes of a view, not the whole buffer behind it', async () => {
  const path = join(folder, 'file');
  await writeFileWhole(path, Uint8Array.of(1, 2, 3, 4).subarray(1, 3));
  expect([...readFileSync(path)]).toEqual([2, 3]);
});

test('leaves no temporary file when the rename fails', async () => {
  mkdirSync(join(folder, 'taken', 'inner'), { recursive: true });
  await expect(writeFileWhole(join(folder, 'taken'), 'text')).rejects.toMatchObject({ syscall: 'rename' });
  expect(readdirSync(folder)).toEqual(['taken']);
});

test('many writers of one file at once leave one of their texts, whole', async () => {
  const path = join(folder, 'file');
  const texts = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(100_000));
  await Promise.all(texts.map((text) => writeFileWhole(path, text)));
  expect(texts).toContain(readFileSync(path, 'utf8'));
  expect(readdirSync(folder)).toEqual(['file']);
});

test('a process that exits in the middle leaves the older file and no temporary one', () => {
  const path = join(folder, 'file');
  writeFileSync(path, 'older');
  const source = fileURLToPath(new URL('write-file-whole.ts', import.meta.url));
  const script = `
    import { readdirSync } from 'node:fs';
    import { writeFileWhole } from ${JSON.stringify(source)};
    writeFileWhole(${JSON.stringify(path)}, 'x'.repeat(50_000_000));
    setInterval(() => {
      if (readdirSync(${JSON.stringify(folder)}).length === 2) process.exit(7);
    }, 1);
  `;
  const arguments_ = ['--no-warnings', '--experimental-strip-types', '--input-type=module', '--eval', script];
  const { status } = spawnSync(process.execPath, arguments_, { timeout: 20_000 });
  expect(status).toBe(7);
  expect(readdirSync(folder)).toEqual(['file']);
  expect(readFileSync(path, 'utf8')).toBe('older');
});
