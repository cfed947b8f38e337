import { expect, test } from 'vitest';
import { transpose } from './transpose.js';

test('numpy.arange(6).reshape(2, 3).transpose(1, 0)', () => {
  expect(transpose(Float32Array.of(0, 1, 2, 3, 4, 5), [2, 3], [1, 0])).toEqual(
    Float32Array.of(0, 3, 1, 4, 2, 5),
  );
});

test('numpy.arange(12).reshape(2, 1, 3, 2).transpose(3, 2, 0, 1)', () => {
  const values = Int8Array.from({ length: 12 }, (_, index) => index);
  expect([...transpose(values, [2, 1, 3, 2], [3, 2, 0, 1])]).toEqual([0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11]);
});
