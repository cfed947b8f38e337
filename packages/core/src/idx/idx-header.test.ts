import { expect, test } from 'vitest';
import { IdxFormatError } from '../errors/idx-format-error.js';
import { readIdxHeader } from './idx-header.js';

test('reads the published header of the MNIST test images', () => {
  const bytes = Uint8Array.of(0, 0, 8, 3, 0, 0, 0x27, 0x10, 0, 0, 0, 28, 0, 0, 0, 28);
  expect(readIdxHeader(bytes)).toEqual({
    type: 'uint8',
    dimensions: [10000, 28, 28],
    headerLength: 16,
    elementCount: 7840000,
    byteLength: 7840016,
  });
});

test('reads a header inside a larger buffer', () => {
  const bytes = Uint8Array.of(9, 9, 9, 0, 0, 8, 1, 0, 0, 1, 2, 9).subarray(3, 11);
  expect(readIdxHeader(bytes).dimensions).toEqual([258]);
});

test('dimensions are unsigned', () => {
  const bytes = Uint8Array.of(0, 0, 8, 1, 0xff, 0xff, 0xff, 0xff);
  expect(readIdxHeader(bytes, { maxBytes: Infinity }).dimensions).toEqual([4294967295]);
});

test.each([
  [8, 'uint8', 14],
  [9, 'int8', 14],
  [11, 'int16', 16],
  [12, 'int32', 20],
  [13, 'float32', 20],
  [14, 'float64', 28],
])('element type %i is %s', (code, type, byteLength) => {
  const bytes = Uint8Array.of(0, 0, code, 2, 0, 0, 0, 1, 0, 0, 0, 2);
  expect(readIdxHeader(bytes)).toMatchObject({ type, elementCount: 2, byteLength });
});

test('reads 255 dimensions', () => {
  const bytes = new Uint8Array(1024);
  bytes.set([0, 0, 8, 255]);
  for (let offset = 7; offset < 1024; offset += 4) bytes[offset] = 1;
  expect(readIdxHeader(bytes)).toMatchObject({ headerLength: 1024, elementCount: 1, byteLength: 1025 });
});

test('a dimension of 0 makes a file without elements, however large the others are', () => {
  const bytes = Uint8Array.of(0, 0, 14, 255, ...new Array(1016).fill(255), 0, 0, 0, 0);
  expect(readIdxHeader(bytes)).toMatchObject({ type: 'float64', elementCount: 0, byteLength: 1024 });
});

const header = 'two zero bytes, an element type (08, 09, 0b to 0e) and at least 1 dimension';
const large = [0xff, 0xff, 0xff, 0xff];

test.each([
  [[], 'truncated', 0, 'expected 4 bytes for a header, got 0. The file is cut short; get it again.'],
  [[0, 0, 8], 'truncated', 3, 'expected 4 bytes for a header, got 3. The file is cut short; get it again.'],
  [
    [0x89, 0x50, 0x4e, 0x47],
    'magic',
    0,
    `expected ${header}, got 89 50 4e 47. This is not an IDX file; check the path.`,
  ],
  [[0, 1, 8, 1], 'magic', 1, `expected ${header}, got 00 01 08 01. This is not an IDX file; check the path.`],
  [
    [0x1f, 0x8b, 8, 0],
    'magic',
    0,
    `expected ${header}, got 1f 8b 08 00. This is a gzip archive; read it with readIdx.`,
  ],
  [[0, 0, 10, 1], 'type', 2, `expected ${header}, got 00 00 0a 01. This is not an IDX file; check the path.`],
  [[0, 0, 7, 1], 'type', 2, `expected ${header}, got 00 00 07 01. This is not an IDX file; check the path.`],
  [[0, 0, 15, 1], 'type', 2, `expected ${header}, got 00 00 0f 01. This is not an IDX file; check the path.`],
  [[0, 0, 8, 0], 'rank', 3, `expected ${header}, got 00 00 08 00. This is not an IDX file; check the path.`],
  [
    [0, 0, 8, 3, 0, 0, 0, 1],
    'truncated',
    8,
    'expected 16 bytes for a header of 3 dimensions, got 8. The file is cut short; get it again.',
  ],
  [
    [0, 0, 8, 2, ...large, ...large],
    'overflow',
    4,
    'expected at most 1073741824 bytes, got 18446744065119617000 for uint8 [4294967295, 4294967295]. The header is damaged; get the file again.',
  ],
  [
    [0, 0, 14, 1, 0x08, 0, 0, 0],
    'limit',
    4,
    'expected at most 1073741824 bytes, got 1073741832 for float64 [134217728]. If it is meant to be that large, set maxBytes or read it with readIdxBatches.',
  ],
])('refuses %j', (bytes, reason, offset, message) => {
  let error: unknown;
  try {
    readIdxHeader(Uint8Array.from(bytes), { name: 'x' });
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(IdxFormatError);
  expect(error).toMatchObject({ message: `IDX file "x": ${message}`, file: 'x', reason, offset });
});

test('an overflow is one without a limit too, and its message stays short', () => {
  const bytes = Uint8Array.of(0, 0, 8, 255, ...new Array(1020).fill(255));
  expect(() => readIdxHeader(bytes, { maxBytes: Infinity })).toThrow(
    'IDX file "input": expected at most Infinity bytes, got Infinity for uint8 [4294967295, 4294967295, 4294967295, 4294967295, 4294967295, 4294967295, 4294967295, 4294967295 and 247 more]. The header is damaged; get the file again.',
  );
});

test('allows a file of exactly maxBytes, and no file where the limit is no number', () => {
  const bytes = Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 2);
  expect(readIdxHeader(bytes, { maxBytes: 10 }).byteLength).toBe(10);
  expect(() => readIdxHeader(bytes, { maxBytes: 9 })).toThrow(
    'expected at most 9 bytes, got 10 for uint8 [2].',
  );
  expect(() => readIdxHeader(bytes, { maxBytes: Number.NaN })).toThrow('expected at most NaN bytes, got 10');
});

test('refuses another element type than the one that was asked for', () => {
  const bytes = Uint8Array.of(0, 0, 13, 1, 0, 0, 0, 1);
  expect(readIdxHeader(bytes, { type: 'float32' }).type).toBe('float32');
  expect(() => readIdxHeader(bytes, { type: 'uint8' })).toThrow(
    'IDX file "input": expected elements of type uint8, got float32. Convert the file, or ask for float32.',
  );
});
