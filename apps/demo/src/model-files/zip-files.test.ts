import { expect, test } from 'vitest';
import { unzipFiles, zipFiles } from './zip-files';

test('what was packed comes out', () => {
  const files = new Map([
    ['model/manifest.json', Uint8Array.of(123, 125)],
    ['7/0001.png', Uint8Array.of(1, 2, 3)],
  ]);
  const unpacked = unzipFiles(zipFiles(files));
  expect([...unpacked].map(([name, bytes]) => [name, ...bytes])).toEqual([
    ['model/manifest.json', 123, 125],
    ['7/0001.png', 1, 2, 3],
  ]);
});

test('what is no archive is refused', () => {
  expect(() => unzipFiles(Uint8Array.of(1, 2, 3))).toThrow(
    'This is not a whole zip archive. Download it again.',
  );
});

test('an archive that holds too much is refused before it is unpacked', () => {
  const bomb = zipFiles(new Map([['a', new Uint8Array(1024 * 1024 + 1)]]));
  expect(bomb.length).toBeLessThan(2000);
  expect(() => unzipFiles(bomb, 1024 * 1024)).toThrow(
    'This archive is too large: at most 20,000 files and 1 MB are read.',
  );
});
