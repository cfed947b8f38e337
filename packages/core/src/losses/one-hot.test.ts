import { expect, test } from 'vitest';
import { fromOneHot, oneHot } from './one-hot.js';

test('has a 1 at the class of each label', () => {
  expect([...oneHot([2, 0], 3)]).toEqual([0, 0, 1, 1, 0, 0]);
});

test('has ten classes unless told otherwise', () => {
  expect(oneHot([9])).toHaveLength(10);
  expect([...fromOneHot(oneHot([9, 4]))]).toEqual([9, 4]);
});

test('there and back, for all that a byte holds', () => {
  const labels = Uint8Array.from({ length: 256 }, (_, index) => index);
  expect(fromOneHot(oneHot(labels, 256), 256)).toEqual(labels);
});

test('no label is no row', () => {
  expect(oneHot([], 3)).toHaveLength(0);
  expect(fromOneHot([], 3)).toHaveLength(0);
});

test.each([
  [[3], 3, 'Argument "labels[0]": expected a whole number from 0 to 2, got 3.'],
  [[0, Number.NaN], 3, 'Argument "labels[1]": expected a whole number from 0 to 2, got NaN.'],
  [[0], 0, 'Argument "classCount": expected a whole number from 1 to 256, got 0.'],
])('refuses labels %j of %d classes', (labels, classCount, message) => {
  expect(() => oneHot(labels, classCount)).toThrow(message);
});

test.each([
  [[0, 0], 'row 0, got 0 ones and 0 other values'],
  [[0, 1, 1, 1], 'row 1, got 2 ones and 0 other values'],
  [[0.5, 0.5], 'row 0, got 0 ones and 2 other values'],
  [[1, Number.NaN], 'row 0, got 1 ones and 1 other values'],
])('refuses rows %j', (rows, found) => {
  expect(() => fromOneHot(rows, 2)).toThrow(
    `One-hot: expected a single 1 and otherwise 0 in ${found}. Take argMax for probabilities.`,
  );
});

test('refuses half a row', () => {
  expect(() => fromOneHot([1, 0, 0], 2)).toThrow(
    'Rows: expected a multiple of 2, one value for each class of each image, got 3 values.',
  );
});
