import { expect, test } from 'vitest';
import { describePixels } from './describe-pixels.js';

test('gives mean and standard deviation as shares of full ink', () => {
  // Mean 51 of 255; squared deviations 3 times 51² and once 153², so a variance of 3 · 51².
  expect(describePixels({ pixels: Uint8Array.of(0, 0, 0, 204) })).toEqual({
    mean: 0.2,
    standardDeviation: expect.closeTo(0.2 * Math.sqrt(3), 15),
  });
});

test('one grey level has no deviation', () => {
  expect(describePixels({ pixels: new Uint8Array(1000).fill(77) })).toEqual({
    mean: 77 / 255,
    standardDeviation: 0,
  });
});
