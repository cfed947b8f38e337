import { expect, test } from 'vitest';
import { concatImages } from './concat-images.js';
import { createLabelledImages } from './labelled-images.js';

const set = (pixels: number[], labels: number[], width = 2, classCount = 10) =>
  createLabelledImages({
    pixels: Uint8Array.from(pixels),
    labels: Uint8Array.from(labels),
    height: 1,
    width,
    classCount,
  });

test('puts one set after the other, as a copy', () => {
  const first = set([1, 2], [5]);
  const all = concatImages([first, set([], []), set([3, 4, 5, 6], [0, 9])]);
  expect(all).toEqual(set([1, 2, 3, 4, 5, 6], [5, 0, 9]));
  all.pixels.fill(0);
  expect(first.pixels[0]).toBe(1);
});

test.each([
  [
    [set([1, 2], [5]), set([3], [1], 1)],
    'Argument "sets[1]": expected images of 1x2 pixels and 10 classes like those of the first set, got 1x1 pixels and 10 classes.',
  ],
  [
    [set([1, 2], [1]), set([1, 2], [1], 2, 3)],
    'Argument "sets[1]": expected images of 1x2 pixels and 10 classes like those of the first set, got 1x2 pixels and 3 classes.',
  ],
  [[], 'Argument "sets": expected at least one set of images, got none.'],
])('refuses sets that do not fit, and none: %#', (sets, message) => {
  expect(() => concatImages(sets)).toThrow(message);
});
