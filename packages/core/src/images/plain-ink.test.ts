import { expect, test } from 'vitest';
import type { InkImage } from './ink-image.js';
import { plainInk } from './plain-ink.js';

const ink = (pixels: unknown, height: number, width: number) => ({ pixels, height, width }) as InkImage;

test('bytes have 255 for full ink, numbers 1; nothing is copied', () => {
  const bytes = new Uint8ClampedArray([0, 255]);
  expect(plainInk(ink(bytes, 1, 2))).toEqual({ pixels: Uint8Array.of(0, 255), full: 255 });
  expect(plainInk(ink(bytes, 1, 2)).pixels.buffer).toBe(bytes.buffer);
  expect(plainInk(ink(Float32Array.of(0.5), 1, 1))).toEqual({ pixels: Float32Array.of(0.5), full: 1 });
});

test.each([
  [
    [255],
    1,
    1,
    'Ink image: expected pixels in a Uint8Array, Uint8ClampedArray or Float32Array, got object. Convert them.',
  ],
  [
    Float64Array.of(1),
    1,
    1,
    'Ink image: expected pixels in a Uint8Array, Uint8ClampedArray or Float32Array, got Float64Array. Convert them.',
  ],
  [new Uint8Array(4), -2, -2, 'Argument "height": expected a whole number of 0 or more, got -2.'],
  [new Uint8Array(4), 0.5, 8, 'Argument "height": expected a whole number of 0 or more, got 0.5.'],
  [new Uint8Array(4), 3, 2, 'Ink image: expected 6 pixels for 3x2, got 4. Give one number for each pixel.'],
])('%j of %dx%d is refused', (pixels, height, width, message) => {
  expect(() => plainInk(ink(pixels, height, width))).toThrow(message);
});
