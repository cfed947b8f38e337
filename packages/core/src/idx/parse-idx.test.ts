import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeIdx } from './encode-idx.js';
import { parseIdx } from './parse-idx.js';

/** Header of uint8 [2, 2], then `count` elements. */
const twoByTwo = (count: number) =>
  Uint8Array.of(0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 2, ...new Array(count).fill(7));

test('gives a view of the values, without a copy', () => {
  const bytes = twoByTwo(4);
  const { dimensions, values } = parseIdx(bytes);
  expect(dimensions).toEqual([2, 2]);
  expect([...values]).toEqual([7, 7, 7, 7]);
  expect(values.buffer).toBe(bytes.buffer);
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

const arrays = fc
  .array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 5 })
  .chain((dimensions) => {
    const length = dimensions.reduce((product, dimension) => product * dimension, 1);
    return fc.record({
      dimensions: fc.constant(dimensions),
      values: fc.uint8Array({ minLength: length, maxLength: length }),
    });
  });

test('reads what encodeIdx wrote, whatever the array', () => {
  fc.assert(
    fc.property(arrays, ({ dimensions, values }) => {
      const parsed = parseIdx(encodeIdx({ dimensions, values }));
      expect(parsed.dimensions).toEqual(dimensions);
      expect([...parsed.values]).toEqual([...values]);
    }),
  );
});

test('reads no beginning of a file as a whole one', () => {
  fc.assert(
    fc.property(arrays, fc.nat(), (array, cut) => {
      const bytes = encodeIdx(array);
      expect(() => parseIdx(bytes.subarray(0, cut % bytes.length))).toThrow(/The file is cut short/);
    }),
  );
});
