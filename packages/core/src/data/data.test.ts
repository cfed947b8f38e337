import { describe, expect, test } from 'vitest';
import { encodeIdx } from '../idx/encode-idx.js';
import { createLabelledImages, selectImages } from './labelled-images.js';
import { normalisePixels } from './normalise-pixels.js';
import { readLabelledImages } from './read-labelled-images.js';
import { shuffledIndices } from './shuffle.js';
import { splitImages } from './split-images.js';

/** `count` images of 1x2 pixels: image i holds i and 100 + i, its label is i modulo 10. */
const numbered = (count: number) =>
  createLabelledImages({
    pixels: Uint8Array.from({ length: count * 2 }, (_, index) => (index >> 1) + (index % 2) * 100),
    labels: Uint8Array.from({ length: count }, (_, index) => index % 10),
    height: 1,
    width: 2,
  });

describe('createLabelledImages', () => {
  test('refuses pixels that do not fit the labels', () => {
    expect(() =>
      createLabelledImages({ pixels: new Uint8Array(7), labels: new Uint8Array(2), height: 2, width: 2 }),
    ).toThrow(
      'Labelled images: expected 8 pixels for 2 labels and images of 2x2, got 7. Images and labels must come from the same set.',
    );
  });

  test('refuses a label that is no class', () => {
    expect(() =>
      createLabelledImages({ pixels: new Uint8Array(2), labels: Uint8Array.of(9, 10), height: 1, width: 1 }),
    ).toThrow('Labelled images: expected labels from 0 to 9, got 10 for image 1.');
  });
});

test('selectImages copies images in the order of the indices', () => {
  const { pixels, labels, count } = selectImages(numbered(5), [3, 0, 3]);
  expect([...pixels]).toEqual([3, 103, 0, 100, 3, 103]);
  expect([...labels]).toEqual([3, 0, 3]);
  expect(count).toBe(3);
});

test('normalisePixels maps 0 … 255 to 0 … 1', () => {
  expect([...normalisePixels(Uint8Array.of(0, 51, 255))]).toEqual([0, Math.fround(0.2), 1]);
});

describe('readLabelledImages', () => {
  const images = encodeIdx({ dimensions: [2, 1, 2], values: Uint8Array.of(1, 2, 3, 4) });
  const labels = encodeIdx({ dimensions: [2], values: Uint8Array.of(7, 8) });

  test('reads a pair of IDX files', async () => {
    const read = await readLabelledImages({ images, labels });
    expect(read).toEqual({
      pixels: Uint8Array.of(1, 2, 3, 4),
      labels: Uint8Array.of(7, 8),
      count: 2,
      height: 1,
      width: 2,
      classCount: 10,
    });
  });

  test('refuses labels of another set', async () => {
    const others = encodeIdx({ dimensions: [3], values: new Uint8Array(3) });
    await expect(readLabelledImages({ images, labels: others })).rejects.toThrow(
      'IDX file "labels": expected 2 labels for the images of "images", got 3. Images and labels must come from the same set.',
    );
  });

  test('refuses files that are swapped', async () => {
    await expect(readLabelledImages({ images: labels, labels: images })).rejects.toThrow(
      'IDX file "images": expected uint8 images [count, height, width], got [2]. Are the files of images and labels swapped?',
    );
  });
});

describe('shuffledIndices', () => {
  test('is a permutation that depends on the key alone', () => {
    const key = { seed: 1, purpose: 'shuffle' };
    const order = shuffledIndices(100, key);
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => index));
    expect(shuffledIndices(100, key)).toEqual(order);
    expect(shuffledIndices(100, { ...key, epoch: 1 })).not.toEqual(order);
  });

  test('gives every order of three equally often', () => {
    const counts = new Map<string, number>();
    for (let item = 0; item < 6000; item++) {
      const order = shuffledIndices(3, { seed: 1, purpose: 'shuffle', item }).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    // Binomial SD is 29: five of them.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(145);
  });
});

describe('splitImages', () => {
  test('gives each image to one part, in the order of the whole', () => {
    const { training, heldOut, trainingIndices, heldOutIndices } = splitImages(numbered(20), {
      holdOut: 6,
      seed: 1,
    });
    expect([training.count, heldOut.count]).toEqual([14, 6]);
    const all = [...trainingIndices, ...heldOutIndices].sort((a, b) => a - b);
    expect(all).toEqual(Array.from({ length: 20 }, (_, index) => index));
    expect([...heldOutIndices]).toEqual([...heldOutIndices].sort((a, b) => a - b));
    expect([...heldOut.pixels].filter((_, index) => index % 2 === 0)).toEqual([...heldOutIndices]);
  });

  test('takes no image at all', () => {
    expect(splitImages(numbered(3), { holdOut: 0, seed: 1 }).training).toEqual(numbered(3));
  });

  test('refuses to hold out every image', () => {
    expect(() => splitImages(numbered(3), { holdOut: 3, seed: 1 })).toThrow(
      'Argument "holdOut": expected a whole number from 0 to 2, got 3.',
    );
  });
});
