import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listFiles } from './list-files.js';
import { readFileList } from './read-file-list.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-list-'));
  mkdirSync(join(folder, 'scans/2'), { recursive: true });
  mkdirSync(join(folder, 'scans/.hidden'));
  for (const name of ['b.png', 'a.png', '2/c.png', '2/d[1].jpg', '.hidden/e.png', '.f.png', 'notes.txt']) {
    writeFileSync(join(folder, 'scans', name), '');
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Names within the folder, or what is said. */
async function list(name: string, options?: Parameters<typeof listFiles>[1]): Promise<string[]> {
  const listed: string[] = [];
  for await (const entry of listFiles(join(folder, name), options)) {
    listed.push(entry.problem ? entry.problem.message : entry.file);
  }
  return listed.map((text) => text.replaceAll(`${folder}/`, ''));
}

test('a folder stands for its pictures and those of the folders in it, by name, but for hidden ones', async () => {
  expect(await list('scans')).toEqual(['scans/2/c.png', 'scans/2/d[1].jpg', 'scans/a.png', 'scans/b.png']);
});

test('a pattern stands for the files that match; a file of that very name is that file', async () => {
  expect(await list('scans/**/*.png')).toEqual(['scans/2/c.png', 'scans/a.png', 'scans/b.png']);
  expect(await list('scans/{a,b}.png')).toEqual(['scans/a.png', 'scans/b.png']);
  expect(await list('scans/2/d[1].jpg')).toEqual(['scans/2/d[1].jpg']);
  expect(await list('scans/*.png', { hasPatterns: false })).toEqual(['scans/*.png']);
  expect(await list('scans/*.gif')).toEqual([
    '"scans/*.gif": expected a pattern that files match, found none. Check the path; "**" stands for folders in folders.',
  ]);
});

test('links are followed, but for those back to a folder that they lie in', async () => {
  const loop = join(folder, 'scans/2/loop');
  symlinkSync(join(folder, 'scans'), loop);
  symlinkSync(join(folder, 'scans/a.png'), join(folder, 'scans/2/link.png'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'scans/2/z.png'));
  expect(await list('scans/2')).toEqual([
    'scans/2/c.png',
    'scans/2/d[1].jpg',
    'scans/2/link.png',
    'scans/2/loop/a.png',
    'scans/2/loop/b.png',
    'scans/2/z.png',
  ]);
  rmSync(loop);
});

async function readList(content: string | Uint8Array, isNullEnded = false): Promise<string[]> {
  const path = join(folder, 'list');
  writeFileSync(path, content);
  const names: string[] = [];
  for await (const name of readFileList(path, isNullEnded)) names.push(name);
  return names;
}

test('a list has a name a line: with a mark of its encoding, line ends of Windows, empty lines, no last end', async () => {
  expect(await readList('\ufeffa.png\r\n\r\nb ü.png\nlast')).toEqual(['a.png', 'b ü.png', 'last']);
  expect(await readList('')).toEqual([]);
});

test('names that end with NUL may have line ends in them', async () => {
  expect(await readList('a\nb.png\0c.png\0', true)).toEqual(['a\nb.png', 'c.png']);
});

test('a name across two pieces of a long list is one', async () => {
  const names = Array.from({ length: 9000 }, (_, index) => `scan-ü-${index}.png`);
  expect(await readList(names.join('\n'))).toEqual(names);
});
