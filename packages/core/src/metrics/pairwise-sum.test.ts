import { expect, test } from 'vitest';
import { pairwiseSum } from './pairwise-sum.js';

const tenths = (length: number) => Array.from({ length }, () => 0.1);

test.each([
  // NumPy 2.4.6: repr(np.full(length, 0.1).sum())
  [0, 0],
  [7, 0.7],
  [8, 0.8],
  [10, 1],
  [100, 9.999999999999998],
  [128, 12.800000000000002],
  [129, 12.899999999999999],
  [1000, 100.00000000000001],
])('%d tenths are what NumPy makes of them', (length, sum) => {
  expect(pairwiseSum(tenths(length))).toBe(sum);
});

test('adding in order would give another last digit', () => {
  expect(tenths(10).reduce((sum, value) => sum + value, 0)).toBe(0.9999999999999999);
});
