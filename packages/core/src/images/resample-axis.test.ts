import { expect, test } from 'vitest';
import { resampleAxis } from './resample-axis.js';

test('shrinks by whole pixels with equal weights', () => {
  expect(resampleAxis(4, 2)).toEqual([
    { first: 0, weights: [0.5, 0.5] },
    { first: 2, weights: [0.5, 0.5] },
  ]);
});

test('shares a source pixel that lies in two new ones, and covers the last in part', () => {
  expect(resampleAxis(2, 1.5)).toEqual([
    { first: 0, weights: [2 / 3, 1 / 3] },
    { first: 1, weights: [1 / 3] },
  ]);
});

test('keeps a line whose size stays', () => {
  expect(resampleAxis(3, 1).map(({ weights }) => weights)).toEqual([[1], [1], [1]]);
});

test('grows linearly between the middles and is even outside them', () => {
  expect(resampleAxis(2, 0.5)).toEqual([
    { first: 0, weights: [1] },
    { first: 0, weights: [0.75, 0.25] },
    { first: 0, weights: [0.25, 0.75] },
    { first: 1, weights: [1] },
  ]);
});

test.each([1, 2, 3, 19, 20, 21, 59, 280, 1023])('%i pixels become exactly 20', (length) => {
  expect(resampleAxis(length, length / 20)).toHaveLength(20);
});

test('shrinking takes every source pixel with the same weight in all', () => {
  const taken = new Float64Array(57);
  for (const { first, weights } of resampleAxis(57, 2.85)) {
    weights.forEach((weight, tap) => {
      taken[first + tap] += weight;
    });
  }
  for (const weight of taken) expect(weight).toBeCloseTo(1 / 2.85, 12);
});
