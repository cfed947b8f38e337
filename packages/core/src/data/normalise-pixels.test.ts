import { expect, test } from 'vitest';
import { normalisePixels } from './normalise-pixels.js';

test('maps 0 … 255 to 0 … 1 by division by 255', () => {
  expect([...normalisePixels(Uint8Array.of(0, 51, 255))]).toEqual([0, Math.fround(0.2), 1]);
});

test('writes to a given array', () => {
  const out = new Float32Array(2);
  expect(normalisePixels(Uint8Array.of(255, 0), out)).toBe(out);
  expect([...out]).toEqual([1, 0]);
});
