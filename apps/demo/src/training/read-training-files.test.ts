import { encodeIdx } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { gzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { DroppedFile } from '../models/dropped-files';
import { readTrainingFiles } from './read-training-files';

const dropped = (name: string, bytes: Uint8Array): DroppedFile => ({
  path: name,
  file: new File([bytes as Uint8Array<ArrayBuffer>], name),
});

function idxFiles(prefix: string, count: number, size = 28): DroppedFile[] {
  const { pixels, labels } = generateDigits({ count, seed: 1, size });
  const images = encodeIdx({ dimensions: [count, size, size], values: pixels });
  const labelBytes = encodeIdx({ dimensions: [count], values: labels });
  return [
    dropped(`${prefix}-images-idx3-ubyte.gz`, gzipSync(images)),
    dropped(`${prefix}-labels-idx1-ubyte`, labelBytes),
  ];
}

test('training and test files are told apart, packed or not', async () => {
  const { training, heldBack, data } = await readTrainingFiles([
    ...idxFiles('t10k', 10),
    ...idxFiles('train', 30),
  ]);
  expect([training.count, heldBack.count]).toEqual([30, 10]);
  expect(data.training).toMatchObject({
    kind: 'idx',
    title: 'files of the visitor, training images',
    count: 30,
    files: [{ name: 'train-images-idx3-ubyte', bytes: 16 + 30 * 784 }, { name: 'train-labels-idx1-ubyte' }],
  });
});

test('without test files a tenth is held back', async () => {
  const { training, heldBack, data } = await readTrainingFiles(idxFiles('train', 30));
  expect([training.count, heldBack.count]).toEqual([27, 3]);
  expect(data.heldBack).toMatchObject({
    title: 'files of the visitor, training images, held back',
    count: 3,
  });
});

test('files that are not enough are named', async () => {
  const [images] = idxFiles('train', 10);
  await expect(readTrainingFiles([images])).rejects.toThrow(
    'Expected two IDX files, as train-images-idx3-ubyte and train-labels-idx1-ubyte (.gz too), got train-images-idx3-ubyte.gz.',
  );
});

test('another size is refused', async () => {
  await expect(readTrainingFiles(idxFiles('train', 10, 32))).rejects.toThrow(
    'Expected images of 28x28 pixels, got 32x32. The network takes no other size.',
  );
});

test('a broken file is refused in the words of core', async () => {
  const broken = dropped('train-images-idx3-ubyte', Uint8Array.of(1, 2, 3));
  const [, labels] = idxFiles('train', 10);
  await expect(readTrainingFiles([broken, labels])).rejects.toThrow(/train-images-idx3-ubyte/);
});
