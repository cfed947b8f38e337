import { expect, test } from 'vitest';
import { encodeIdx } from './encode-idx.js';

test('writes the magic number, big-endian dimensions and the values', () => {
  const bytes = encodeIdx({ dimensions: [258, 1], values: new Uint8Array(258).fill(5) });
  expect([...bytes.subarray(0, 14)]).toEqual([0, 0, 8, 2, 0, 0, 1, 2, 0, 0, 0, 1, 5, 5]);
  expect(bytes.length).toBe(12 + 258);
});

test.each([
  [[2, 3], 5, 'IDX: expected 6 values for [2, 3], got 5.'],
  [[], 1, 'Argument "dimensions.length": expected a whole number from 1 to 255, got 0.'],
  [[1, -1], 1, 'Argument "dimensions[1]": expected a whole number from 0 to 4294967295, got -1.'],
  [[0.5, 2], 1, 'Argument "dimensions[0]": expected a whole number from 0 to 4294967295, got 0.5.'],
])('refuses dimensions %j with %d values', (dimensions, count, message) => {
  expect(() => encodeIdx({ dimensions, values: new Uint8Array(count) })).toThrow(message);
});
