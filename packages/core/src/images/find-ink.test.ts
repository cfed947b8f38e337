import { expect, test } from 'vitest';
import { findInk } from './find-ink.js';

// Two rows of other pixels before the image of 4x5.
const pixels = Uint8Array.from(
  [
    [9, 9, 9, 9, 9, 9],
    [0, 0, 0, 0, 0],
    [0, 0, 3, 0, 0],
    [0, 7, 0, 1, 0],
    [0, 0, 2, 0, 0],
  ].flat(),
);

test.each([
  [0, { left: 1, top: 1, right: 4, bottom: 4 }],
  [1, { left: 1, top: 1, right: 3, bottom: 4 }],
  [2, { left: 1, top: 1, right: 3, bottom: 3 }],
  [3, { left: 1, top: 2, right: 2, bottom: 3 }],
  [7, null],
])('finds the box of what is above %d', (threshold, box) => {
  expect(findInk(pixels, 6, 4, 5, threshold)).toEqual(box);
});

test('takes a whole image of ink, and none of NaN', () => {
  expect(findInk(new Uint8Array(6).fill(1), 0, 2, 3, 0)).toEqual({ left: 0, top: 0, right: 3, bottom: 2 });
  expect(findInk(new Float32Array(6).fill(Number.NaN), 0, 2, 3, 0)).toBeNull();
});
