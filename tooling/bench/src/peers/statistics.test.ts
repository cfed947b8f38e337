import { expect, test } from 'vitest';
import { median, sideBySide } from './statistics.ts';

test('the median is the middle, whatever the order', () => {
  expect(median([10, 1, 2])).toBe(2);
  expect(median([10, 1, 2, 4])).toBe(3);
});

test('ratios are taken round by round', () => {
  // The ratio of the medians would be 2 / 8.
  expect(sideBySide([1, 8, 2], [2, 8, 10])).toBe(0.5);
});
