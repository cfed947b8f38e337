import { expect, test } from 'vitest';
import { mnistFiles } from './mnist-files.js';

test('sizes are those of IDX files of 28x28 images and of labels', () => {
  const { trainingImages, trainingLabels, testImages, testLabels } = mnistFiles;
  for (const { bytes, count } of [trainingImages, testImages]) expect(bytes).toBe(16 + count * 28 * 28);
  for (const { bytes, count } of [trainingLabels, testLabels]) expect(bytes).toBe(8 + count);
  expect([trainingImages.count, testImages.count]).toEqual([60_000, 10_000]);
  expect([trainingLabels.count, testLabels.count]).toEqual([60_000, 10_000]);
});

test('digests are whole and belong to one file each', () => {
  const files = Object.values(mnistFiles);
  for (const { sha256, md5 } of files) {
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(md5).toMatch(/^[0-9a-f]{32}$/);
  }
  expect(new Set(files.flatMap(({ sha256, md5 }) => [sha256, md5])).size).toBe(8);
});
