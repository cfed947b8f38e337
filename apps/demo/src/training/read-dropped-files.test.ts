import { encodeIdx } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { gzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readDroppedFiles } from './read-dropped-files';

function idxFiles(prefix: string, count: number, size = 28): File[] {
  const { pixels, labels } = generateDigits({ count, seed: 1, size });
  const images = encodeIdx({ dimensions: [count, size, size], values: pixels });
  const labelBytes = encodeIdx({ dimensions: [count], values: labels });
  return [
    new File([gzipSync(images) as Uint8Array<ArrayBuffer>], `${prefix}-images-idx3-ubyte.gz`),
    new File([labelBytes as Uint8Array<ArrayBuffer>], `${prefix}-labels-idx1-ubyte`),
  ];
}

test('training and test files are told apart, packed or not', async () => {
  const { training, heldBack, data } = await readDroppedFiles([
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
  const { training, heldBack, data } = await readDroppedFiles(idxFiles('train', 30));
  expect([training.count, heldBack.count]).toEqual([27, 3]);
  expect(data.heldBack).toMatchObject({
    title: 'files of the visitor, training images, held back',
    count: 3,
  });
});

test('files that are not enough are named', async () => {
  const [images] = idxFiles('train', 10);
  await expect(readDroppedFiles([images])).rejects.toThrow(
    'Expected two IDX files, as train-images-idx3-ubyte and train-labels-idx1-ubyte (.gz too), got train-images-idx3-ubyte.gz.',
  );
});

test('another size is refused', async () => {
  await expect(readDroppedFiles(idxFiles('train', 10, 32))).rejects.toThrow(
    'Expected images of 28x28 pixels, got 32x32. The network takes no other size.',
  );
});

test('a broken file is refused in the words of core', async () => {
  const broken = new File([Uint8Array.of(1, 2, 3)], 'train-images-idx3-ubyte');
  const [, labels] = idxFiles('train', 10);
  await expect(readDroppedFiles([broken, labels])).rejects.toThrow(/train-images-idx3-ubyte/);
});
