import { expect, test } from 'vitest';
import { createLabelledImages } from '../data/labelled-images.js';
import { normalisePixels } from '../data/normalise-pixels.js';
import { generateDigits } from '../synthetic/generate-digits.js';
import { augmentBatch, augmentImage } from './augment-images.js';

const images = generateDigits({ count: 20, seed: 3 });
const augmentation = {
  rotationDegrees: 10,
  scale: 0.1,
  shear: 0.1,
  shiftPixels: 2,
  warpPixels: 1.2,
  strokeWidthPixels: 1,
};
const key = { seed: 5, epoch: 2 };
const all = Array.from({ length: 20 }, (_, index) => index);
const imageOf = (pixels: Uint8Array, position: number) =>
  pixels.subarray(position * 784, position * 784 + 784);

/** FNV-1a, 32 bits. */
function hashOf(bytes: Uint8Array): number {
  return bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
}

test('without limits leaves images as they are', () => {
  expect(augmentBatch(images, all, {}, key)).toEqual(images.pixels);
  const floats = new Float32Array(images.pixels.length);
  expect(augmentBatch(images, all, {}, key, floats)).toEqual(normalisePixels(images.pixels));
});

test('gives the same bits for the same key, whatever the order and the batch', () => {
  const together = augmentBatch(images, all, augmentation, key);
  const backwards = augmentBatch(images, all.toReversed(), augmentation, key);
  for (const index of all) {
    const alone = augmentBatch(images, [index], augmentation, key);
    expect(imageOf(together, index)).toEqual(alone);
    expect(imageOf(backwards, 19 - index)).toEqual(alone);
  }
  const single = augmentImage({ pixels: imageOf(images.pixels, 4), height: 28, width: 28 }, augmentation, {
    ...key,
    index: 4,
  });
  expect(single).toEqual(imageOf(together, 4));
});

// The hash is the identity across engines: a change of any pixel shows.
test('gives the pinned bits', () => {
  expect(hashOf(augmentBatch(images, all, augmentation, key))).toBe(1754327658);
});

test.each([{ seed: 6 }, { epoch: 3 }])('gives other images for %j', (difference) => {
  const first = augmentBatch(images, all, augmentation, key);
  const second = augmentBatch(images, all, augmentation, { ...key, ...difference });
  for (const index of all) expect(imageOf(first, index)).not.toEqual(imageOf(second, index));
});

test('changes two copies of one image differently', () => {
  const twice = createLabelledImages({
    pixels: Uint8Array.from([...imageOf(images.pixels, 0), ...imageOf(images.pixels, 0)]),
    labels: Uint8Array.of(1, 1),
    height: 28,
    width: 28,
  });
  const [first, second] = [0, 1].map((index) => augmentBatch(twice, [index], augmentation, key));
  expect(first).not.toEqual(second);
});

test('writes floats as normalisePixels makes them of the bytes', () => {
  const bytes = augmentBatch(images, all, augmentation, key);
  const target = new Float32Array(bytes.length).fill(9);
  expect(augmentBatch(images, all, augmentation, key, target)).toBe(target);
  expect(target).toEqual(normalisePixels(bytes));
});

test.each([
  [{ scale: 2 }, key, [0], 'Augmentation: expected "scale" to be a number from 0 to 0.9, got 2.'],
  [{}, { seed: -1, epoch: 1 }, [0], 'Argument "seed": expected a whole number from 0 to 4294967295, got -1.'],
  [
    {},
    { seed: 1, epoch: 0.5 },
    [0],
    'Argument "epoch": expected a whole number from 0 to 4294967295, got 0.5.',
  ],
  [{}, key, [20], 'Argument "indices": expected a whole number from 0 to 19, got 20.'],
])('refuses %j with %j for %j', (limits, badKey, indices, message) => {
  expect(() => augmentBatch(images, indices, limits, badKey)).toThrow(message);
});

test('refuses a target of another length', () => {
  expect(() => augmentBatch(images, [0, 1], {}, key, new Uint8Array(784))).toThrow(
    'Augmented batch: expected a target of 1568 pixels for 2 images of 28x28, got 784.',
  );
});

test('refuses a single image whose pixels do not fit its size', () => {
  expect(() =>
    augmentImage({ pixels: new Uint8Array(5), height: 2, width: 3 }, {}, { ...key, index: 0 }),
  ).toThrow('Ink image: expected 6 pixels for 2x3, got 5. Give one number for each pixel.');
});
