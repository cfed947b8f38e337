import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLabelledImages } from '@lenet/core';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writePngSet } from './png-set.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-png-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const images = (first: number, labels: number[]) =>
  createLabelledImages({
    pixels: Uint8Array.from({ length: labels.length * 2 }, (_, index) => first + index),
    labels: Uint8Array.from(labels),
    height: 2,
    width: 1,
  });
const set = { training: images(1, [3, 7, 3]), test: images(101, [7]) };

test('writes a grey picture for each image, named by its place', async () => {
  const progress: number[][] = [];
  const { signal } = new AbortController();
  const onProgress = (...numbers: number[]) => progress.push(numbers);
  expect(await writePngSet(folder, set, { signal, onProgress })).toBe(4);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  expect(files.filter((file) => file.endsWith('.png')).sort()).toEqual(
    ['test/7/00000.png', 'training/3/00000.png', 'training/3/00002.png', 'training/7/00001.png'].map((path) =>
      join(path),
    ),
  );
  expect(progress.map(String).sort()).toEqual(['1,4', '2,4', '3,4', '4,4']);
  const picture = sharp(join(folder, 'training/3/00002.png'));
  expect(await picture.metadata()).toMatchObject({ width: 1, height: 2, channels: 1, depth: 'uchar' });
  expect([...(await picture.toColourspace('b-w').raw().toBuffer())]).toEqual([5, 6]);
});

test('an interruption says what is left behind', async () => {
  const controller = new AbortController();
  const options = { signal: controller.signal, onProgress: () => controller.abort() };
  await expect(writePngSet(folder, set, options)).rejects.toMatchObject({
    name: 'InterruptedError',
    message: `Interrupted; "${folder}" holds a part of the pictures only. Remove it before the same command runs again.`,
  });
});

test('a folder that cannot be made is an error with its path', async () => {
  writeFileSync(join(folder, 'training'), 'a file in its place');
  const path = join(folder, 'training', '3');
  await expect(writePngSet(folder, set, { signal: new AbortController().signal })).rejects.toMatchObject({
    name: 'OutputError',
    message: `File "${path}": cannot be written (ENOTDIR). Choose another place with --out.`,
  });
});
