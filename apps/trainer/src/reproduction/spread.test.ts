import { expect, test } from 'vitest';
import { isWithinSpread, spreadOf } from './spread.js';

test('mean and standard deviation of the sample', () => {
  // Squares of -2, 0 and 2 are 8, by two 4, of which the root is 2.
  expect(spreadOf([1, 3, 5])).toEqual({ mean: 3, deviation: 2, least: 1, most: 5, count: 3 });
  expect(spreadOf([7])).toEqual({ mean: 7, deviation: 0, least: 7, most: 7, count: 1 });
});

test('one more of three values lies within 4.303 deviations, wider by the root of 4/3', () => {
  // 4.303 * 2 * 1.1547 = 9.937
  const spread = spreadOf([1, 3, 5]);
  expect(isWithinSpread(3 + 9.93, spread)).toBe(true);
  expect(isWithinSpread(3 + 9.94, spread)).toBe(false);
  expect(isWithinSpread(3 - 9.94, spread)).toBe(false);
});

test('two values tell too little', () => {
  expect(isWithinSpread(1, spreadOf([1, 1]))).toBeUndefined();
});
