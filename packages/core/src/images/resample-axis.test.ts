import { expect, test } from 'vitest';
import { resampleAxis } from './resample-axis.js';

/** `[first, weights…]` of each new pixel. */
function sources(length: number, pixelSize: number): number[][] {
  const { count, firsts, starts, weights } = resampleAxis(length, pixelSize);
  return Array.from({ length: count }, (_, index) => [
    firsts[index],
    ...weights.subarray(starts[index], starts[index + 1]),
  ]);
}

test('shrinks by whole pixels with equal weights', () => {
  expect(sources(4, 2)).toEqual([
    [0, 0.5, 0.5],
    [2, 0.5, 0.5],
  ]);
});

test('shares a source pixel that lies in two new ones, and covers the last in part', () => {
  expect(sources(2, 1.5)).toEqual([
    [0, 2 / 3, 1 / 3],
    [1, 1 / 3],
  ]);
});

test('keeps a line whose size stays', () => {
  expect(sources(3, 1)).toEqual([
    [0, 1],
    [1, 1],
    [2, 1],
  ]);
});

test('grows linearly between the middles and is even outside them', () => {
  expect(sources(2, 0.5)).toEqual([
    [0, 1],
    [0, 0.75, 0.25],
    [0, 0.25, 0.75],
    [1, 1],
  ]);
});

test.each([1, 2, 3, 19, 20, 21, 59, 280, 1023])('%i pixels become exactly 20', (length) => {
  expect(sources(length, length / 20)).toHaveLength(20);
});

test('shrinking takes every source pixel with the same weight in all', () => {
  const taken = new Float64Array(57);
  for (const [first, ...weights] of sources(57, 2.85)) {
    weights.forEach((weight, tap) => {
      taken[first + tap] += weight;
    });
  }
  for (const weight of taken) expect(weight).toBeCloseTo(1 / 2.85, 12);
});
