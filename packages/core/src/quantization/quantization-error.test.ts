import { expect, test } from 'vitest';
import { quantizationError } from './quantization-error.js';

const tensor = (name: string, ...values: number[]) => ({
  name,
  shape: [values.length],
  values: Float32Array.from(values),
});
const weights = [tensor('dense/kernel', 1, -2, 3, 4), tensor('dense/bias', 0.5)];

test('the largest and the root mean square difference of each tensor, in the order of the first', () => {
  // Differences 0, 3, 0 and -1: the root of (9 + 1) / 4.
  const read = [tensor('dense/bias', 0.5), tensor('dense/kernel', 1, 1, 3, 3)];
  expect(quantizationError(weights, read)).toEqual([
    { name: 'dense/kernel', largest: 3, rootMeanSquare: Math.sqrt(2.5) },
    { name: 'dense/bias', largest: 0, rootMeanSquare: 0 },
  ]);
});

test('a number that is none shows', () => {
  const read = [tensor('dense/kernel', 1, Number.NaN, 3, 4), tensor('dense/bias', 0.5)];
  expect(quantizationError(weights, read)[0]).toEqual({
    name: 'dense/kernel',
    largest: Number.NaN,
    rootMeanSquare: Number.NaN,
  });
});

test('tensors of another network are refused', () => {
  expect(() => quantizationError(weights, [weights[0], tensor('dense/bias', 1, 2)])).toThrow(
    'Weights: expected "dense/bias" of shape [1], got [2]. They belong to another network.',
  );
});
