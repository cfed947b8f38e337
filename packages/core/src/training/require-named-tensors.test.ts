import { expect, test } from 'vitest';
import { requireNamedTensors } from './require-named-tensors.js';

const expected = [
  { name: 'dense/kernel', shape: [2, 1] },
  { name: 'dense/bias', shape: [1] },
];
const kernel = { name: 'dense/kernel', shape: [2, 1], values: Float32Array.of(1, 2) };
const bias = { name: 'dense/bias', shape: [1], values: Float32Array.of(3) };

test('gives the tensors in the order that is expected', () => {
  expect(requireNamedTensors([bias, kernel], expected)).toEqual([kernel, bias]);
});

test.each([
  ['missing', [kernel], 'expected "dense/bias" of shape [1], got none'],
  [
    'of another shape',
    [{ ...kernel, shape: [1, 2] }, bias],
    'expected "dense/kernel" of shape [2, 1], got [1, 2]',
  ],
  [
    'cut short',
    [{ ...kernel, values: Float32Array.of(1) }, bias],
    'expected "dense/kernel" of shape [2, 1], got [2, 1] with 1 values',
  ],
  [
    'unknown',
    [kernel, bias, { ...bias, name: 'other/bias' }],
    'expected 2 tensors, got 3; "other/bias" is unknown or twice there',
  ],
  [
    'twice there',
    [kernel, bias, { ...bias }],
    'expected 2 tensors, got 3; "dense/bias" is unknown or twice there',
  ],
])('refuses a tensor that is %s', (_, tensors, problem) => {
  expect(() => requireNamedTensors(tensors, expected)).toThrow(
    `Weights: ${problem}. They belong to another architecture.`,
  );
});
