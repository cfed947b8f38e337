import { expect, test } from 'vitest';
import { accuracy } from './accuracy.js';

test('is the share of right predictions', () => {
  expect(accuracy([3, 1, 4, 1], Uint8Array.of(3, 1, 4, 5))).toBe(0.75);
});

test('is not a number where there is no image', () => {
  expect(accuracy([], [])).toBeNaN();
});

test('refuses more labels than predictions', () => {
  expect(() => accuracy([1, 2], [1])).toThrow('Metrics: expected as many predictions as labels (2), got 1.');
});

test.each([
  [[1, Number.NaN], [1, 1], 'Argument "labels[1]": expected a whole number of 0 or more, got NaN.'],
  [[1, 1], [0.5, 1], 'Argument "predictions[0]": expected a whole number of 0 or more, got 0.5.'],
])('refuses labels %j with predictions %j', (labels, predictions, message) => {
  expect(() => accuracy(labels, predictions)).toThrow(message);
});
