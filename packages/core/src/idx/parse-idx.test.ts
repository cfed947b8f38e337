import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeIdx } from './encode-idx.js';
import cases from './idx.cases.json' with { type: 'json' };
import { parseIdx } from './parse-idx.js';
import { anyIdxArray, bitsOf } from './testing/any-idx-array.js';

/** Header of uint8 [2, 2], then `count` elements. */
const twoByTwo = (count: number) =>
  Uint8Array.of(0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 2, ...new Array(count).fill(7));

test('gives a view of single bytes, without a copy', () => {
  const bytes = twoByTwo(4);
  const { type, dimensions, values } = parseIdx(bytes);
  expect({ type, dimensions, values: [...values] }).toEqual({
    type: 'uint8',
    dimensions: [2, 2],
    values: [7, 7, 7, 7],
  });
  expect(values.buffer).toBe(bytes.buffer);
});

test('copies wider elements, which may lie anywhere, and leaves the file as it was', () => {
  const bytes = Uint8Array.of(9, 0, 0, 11, 1, 0, 0, 0, 2, 1, 2, 255, 254).subarray(1);
  expect(parseIdx(bytes)).toEqual({ type: 'int16', dimensions: [2], values: Int16Array.of(258, -2) });
  expect([...bytes.subarray(8)]).toEqual([1, 2, 255, 254]);
});

// tooling/oracle/idx/idx.py
test.each(cases)(
  'reads and writes $type $dimensions as numpy does',
  ({ type, dimensions, file, littleEndian }) => {
    const bytes = fromBase64(file);
    const parsed = parseIdx(bytes);
    expect(bitsOf(parsed)).toEqual({ type, dimensions, bytes: [...fromBase64(littleEndian)] });
    expect(encodeIdx(parsed)).toEqual(bytes);
  },
);

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

test('a view of a Buffer is no Buffer, whose slice shares its memory', () => {
  class Buffer extends Uint8Array {}
  expect(parseIdx(Buffer.from(twoByTwo(4))).values.constructor).toBe(Uint8Array);
});

test('a file may hold no element', () => {
  const { dimensions, values } = parseIdx(encodeIdx({ dimensions: [0, 28, 28], values: new Uint8Array() }));
  expect(dimensions).toEqual([0, 28, 28]);
  expect(values.length).toBe(0);
});

test('refuses a file that is cut short', () => {
  expect(() => parseIdx(twoByTwo(3), { name: 't10k-images' })).toThrow(
    'IDX file "t10k-images": expected 16 bytes for uint8 [2, 2], got 15. The file is cut short; get it again.',
  );
});

test('refuses bytes after the end', () => {
  expect(() => parseIdx(twoByTwo(5))).toThrow(
    'IDX file "input": expected 16 bytes for uint8 [2, 2], got 17. There are bytes after its end; get it again.',
  );
});

test('refuses another type than the one that was asked for', () => {
  const bytes = encodeIdx({ dimensions: [1], values: Float32Array.of(1) });
  expect(() => parseIdx(bytes, { name: 'x', type: 'uint8' })).toThrow(
    'IDX file "x": expected elements of type uint8, got float32. Convert the file, or ask for float32.',
  );
});

test('reads what encodeIdx wrote, whatever the array, bit for bit', () => {
  fc.assert(
    fc.property(anyIdxArray, (array) => {
      expect(bitsOf(parseIdx(encodeIdx(array)))).toEqual(bitsOf(array));
    }),
  );
});

test('reads no beginning of a file as a whole one', () => {
  fc.assert(
    fc.property(anyIdxArray, fc.nat(), (array, cut) => {
      const bytes = encodeIdx(array);
      expect(() => parseIdx(bytes.subarray(0, cut % bytes.length))).toThrow(/The file is cut short/);
    }),
  );
});
