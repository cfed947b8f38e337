import { expect, test } from 'vitest';
import { confusionMatrix } from './confusion-matrix.js';

test('rows are actual classes, columns predicted ones', () => {
  expect(confusionMatrix([0, 0, 1, 2, 2], [0, 1, 1, 0, 0], { classCount: 3 })).toEqual([
    [1, 1, 0],
    [0, 1, 0],
    [2, 0, 0],
  ]);
});

test.each([
  [
    'true',
    [
      [0.75, 0.25, 0],
      [0, 1, 0],
      [0, 0, 0],
    ],
  ],
  [
    'pred',
    [
      [1, 0.5, 0],
      [0, 0.5, 0],
      [0, 0, 0],
    ],
  ],
  [
    'all',
    [
      [0.6, 0.2, 0],
      [0, 0.2, 0],
      [0, 0, 0],
    ],
  ],
] as const)('normalised by %s, 0 where there is nothing to divide by', (normalize, expected) => {
  const options = { classCount: 3, normalize };
  expect(confusionMatrix([0, 0, 0, 0, 1], [0, 0, 0, 1, 1], options)).toEqual(expected);
});

test('refuses another normalisation', () => {
  expect(() => confusionMatrix([0], [0], { normalize: 'rows' as 'true' })).toThrow(
    'Argument "normalize": expected "true" or "pred" or "all", got "rows".',
  );
});

test('has ten classes unless told otherwise', () => {
  const matrix = confusionMatrix(Uint8Array.of(9), Uint8Array.of(4));
  expect(matrix.map((row) => row.length)).toEqual(new Array(10).fill(10));
  expect(matrix[9]).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 0]);
});

test.each([
  [[0, 1], [0], 'Metrics: expected as many predictions as labels (2), got 1.'],
  [[0, 2], [0, 1], 'Argument "labels[1]": expected a whole number from 0 to 1, got 2.'],
  [[0, 1], [0, 2], 'Argument "predictions[1]": expected a whole number from 0 to 1, got 2.'],
])('refuses labels %j with predictions %j', (labels, predictions, message) => {
  expect(() => confusionMatrix(labels, predictions, { classCount: 2 })).toThrow(message);
});
