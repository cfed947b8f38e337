import { expect, test } from 'vitest';
import { encodeIdx } from './encode-idx.js';

test('writes the magic number, big-endian dimensions and the values', () => {
  const bytes = encodeIdx({ dimensions: [258, 1], values: new Uint8Array(258).fill(5) });
  expect([...bytes.subarray(0, 14)]).toEqual([0, 0, 8, 2, 0, 0, 1, 2, 0, 0, 0, 1, 5, 5]);
  expect(bytes.length).toBe(12 + 258);
});

test.each([
  [Int8Array.of(-2), [9, 1, 0, 0, 0, 1, 0xfe]],
  [Int16Array.of(-2), [11, 1, 0, 0, 0, 1, 0xff, 0xfe]],
  [Int32Array.of(258), [12, 1, 0, 0, 0, 1, 0, 0, 1, 2]],
  [Float32Array.of(1), [13, 1, 0, 0, 0, 1, 0x3f, 0x80, 0, 0]],
  [Float64Array.of(-2), [14, 1, 0, 0, 0, 1, 0xc0, 0, 0, 0, 0, 0, 0, 0]],
])('the values decide the element type: %o', (values, bytes) => {
  expect([...encodeIdx({ dimensions: [1], values })]).toEqual([0, 0, ...bytes]);
});

test('leaves the values as they are, and takes any part of a buffer', () => {
  const values = Int16Array.of(1, 2, 3).subarray(1);
  expect([...encodeIdx({ dimensions: [2], values }).subarray(8)]).toEqual([0, 2, 0, 3]);
  expect([...values]).toEqual([2, 3]);
});

test.each([
  [[2, 3], 5, 'IDX: expected 6 values for uint8 [2, 3], got 5.'],
  [[], 1, 'Argument "dimensions.length": expected a whole number from 1 to 255, got 0.'],
  [[1, -1], 1, 'Argument "dimensions[1]": expected a whole number from 0 to 4294967295, got -1.'],
  [[0.5, 2], 1, 'Argument "dimensions[0]": expected a whole number from 0 to 4294967295, got 0.5.'],
])('refuses dimensions %j with %d values', (dimensions, count, message) => {
  expect(() => encodeIdx({ dimensions, values: new Uint8Array(count) })).toThrow(message);
});

test.each([
  [Uint16Array.of(1), 'Uint16Array'],
  [[1], 'object'],
  [undefined, 'undefined'],
])('refuses values that no IDX file can hold: %o', (values, received) => {
  expect(() => encodeIdx({ dimensions: [1], values: values as unknown as Uint8Array })).toThrow(
    `IDX: expected values in Uint8Array, Int8Array, Int16Array, Int32Array, Float32Array, Float64Array, got ${received}. Convert them to one of these.`,
  );
});
