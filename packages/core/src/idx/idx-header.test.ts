import { expect, test } from 'vitest';
import { IdxFormatError } from '../errors/idx-format-error.js';
import { readIdxHeader } from './idx-header.js';

test('reads the published header of the MNIST test images', () => {
  const bytes = Uint8Array.of(0, 0, 8, 3, 0, 0, 0x27, 0x10, 0, 0, 0, 28, 0, 0, 0, 28);
  expect(readIdxHeader(bytes)).toEqual({
    dimensions: [10000, 28, 28],
    headerLength: 16,
    elementCount: 7840000,
  });
});

test('reads a header inside a larger buffer', () => {
  const bytes = Uint8Array.of(9, 9, 9, 0, 0, 8, 1, 0, 0, 1, 2, 9).subarray(3, 11);
  expect(readIdxHeader(bytes).dimensions).toEqual([258]);
});

test('dimensions are unsigned', () => {
  expect(readIdxHeader(Uint8Array.of(0, 0, 8, 1, 0xff, 0xff, 0xff, 0xff)).dimensions).toEqual([4294967295]);
});

test.each([
  [[], 'expected a header of at least 4 bytes, got 0. The file is cut short; get it again.'],
  [[0, 0, 8], 'expected a header of at least 4 bytes, got 3. The file is cut short; get it again.'],
  [
    [0x89, 0x50, 0x4e, 0x47],
    'expected the magic number 00 00 08 and a rank, got 89 50 4e 47. This is not an IDX file; check the path.',
  ],
  [
    [0, 0, 10, 1],
    'expected the magic number 00 00 08 and a rank, got 00 00 0a 01. This is not an IDX file; check the path.',
  ],
  [[0, 0, 9, 1], 'expected elements of type uint8, got int8. Convert it to unsigned bytes.'],
  [[0, 0, 11, 1], 'expected elements of type uint8, got int16. Convert it to unsigned bytes.'],
  [[0, 0, 12, 1], 'expected elements of type uint8, got int32. Convert it to unsigned bytes.'],
  [[0, 0, 13, 1], 'expected elements of type uint8, got float32. Convert it to unsigned bytes.'],
  [[0, 0, 14, 1], 'expected elements of type uint8, got float64. Convert it to unsigned bytes.'],
  [[0, 0, 8, 0], 'expected at least 1 dimension, got none. This is not an IDX file; check the path.'],
  [
    [0, 0, 8, 3, 0, 0, 0, 1],
    'expected a header of 16 bytes for 3 dimensions, got 8. The file is cut short; get it again.',
  ],
  [
    [0, 0, 8, 2, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
    'expected dimensions of a file that can exist, got [4294967295, 4294967295]. The header is damaged; get the file again.',
  ],
])('refuses %j', (bytes, message) => {
  expect(() => readIdxHeader(Uint8Array.from(bytes), { name: 'x' })).toThrow(`IDX file "x": ${message}`);
});

test('the error has fields for programs', () => {
  let error: unknown;
  try {
    readIdxHeader(Uint8Array.of(0, 0, 13, 1), { name: 'weights' });
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(IdxFormatError);
  expect(error).toMatchObject({ file: 'weights', expected: 'elements of type uint8', received: 'float32' });
});
