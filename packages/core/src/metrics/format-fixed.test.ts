import { expect, test } from 'vitest';
import { formatFixed } from './format-fixed.js';

test.each([
  // Python: f"{0.125:.2f}" and so on.
  [0.125, 2, '0.12'],
  [0.375, 2, '0.38'],
  [0.5, 0, '0'],
  [1.5, 0, '2'],
  [2.5, 0, '2'],
  [0.25, 1, '0.2'],
  [0.75, 1, '0.8'],
  [0.95, 1, '0.9'],
  [0.005, 2, '0.01'],
  [0.015, 2, '0.01'],
  [1.005, 2, '1.00'],
  [0.9999, 2, '1.00'],
  [0, 3, '0.000'],
  [Number.NaN, 2, 'nan'],
  [0.1, 20, '0.10000000000000000555'],
])('%d with %d decimals is %s', (value, digits, text) => {
  expect(formatFixed(value, digits)).toBe(text);
});
