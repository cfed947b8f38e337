import { expect, test } from 'vitest';
import { wilsonInterval } from './wilson-interval.js';

// scipy's, see tooling/oracle/report/wilson_interval.py
test.each([
  [8, 10, 0.4901624715366418, 0.9433178485456248],
  [0, 20, 0, 0.16112515805281935],
  [50, 50, 0.9286524008666412, 1],
  [9822, 10_000, 0.9794171849955372, 0.9846124869757823],
])('%i right of %i', (right, count, low, high) => {
  const [lower, upper] = wilsonInterval(right, count);
  expect(lower).toBeCloseTo(low, 12);
  expect(upper).toBeCloseTo(high, 12);
});
