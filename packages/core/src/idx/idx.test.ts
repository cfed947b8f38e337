import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeIdx } from './encode-idx.js';
import { gunzipIfNeeded } from './gunzip-if-needed.js';
import { readIdxHeader } from './idx-header.js';
import { parseIdx } from './parse-idx.js';

/** `[2, 3]`: 1 … 6. */
const small = Uint8Array.of(0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6);

async function gzip(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

describe('parseIdx', () => {
  test('reads dimensions and values', () => {
    expect(parseIdx(small)).toEqual({ dimensions: [2, 3], values: Uint8Array.of(1, 2, 3, 4, 5, 6) });
  });

  test('reads a view into larger memory', () => {
    const memory = new Uint8Array(40).fill(9);
    memory.set(small, 5);
    expect(parseIdx(memory.subarray(5, 5 + small.length)).values).toEqual(Uint8Array.of(1, 2, 3, 4, 5, 6));
  });

  test('reads what encodeIdx writes', () => {
    const arrays = fc
      .array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 4 })
      .chain((dimensions) => {
        const length = dimensions.reduce((product, dimension) => product * dimension, 1);
        return fc.tuple(fc.constant(dimensions), fc.uint8Array({ minLength: length, maxLength: length }));
      });
    fc.assert(
      fc.property(arrays, ([dimensions, values]) => {
        expect(parseIdx(encodeIdx({ dimensions, values }))).toEqual({ dimensions, values });
      }),
    );
  });

  test.each([
    [
      'cut short',
      small.subarray(0, 15),
      'IDX file "digits": expected 18 bytes for uint8 [2, 3], got 15. The file is cut short; get it again.',
    ],
    [
      'too long',
      Uint8Array.of(...small, 7),
      'IDX file "digits": expected 18 bytes for uint8 [2, 3], got 19. There are bytes after its end; get it again.',
    ],
    [
      'empty',
      new Uint8Array(0),
      'IDX file "digits": expected a header of at least 4 bytes, got 0. The file is cut short; get it again.',
    ],
    [
      'cut in the header',
      small.subarray(0, 9),
      'IDX file "digits": expected a header of 12 bytes for 2 dimensions, got 9. The file is cut short; get it again.',
    ],
    [
      'of another kind',
      new TextEncoder().encode('<html>'),
      'IDX file "digits": expected the magic number 00 00 08 and a rank, got 3c 68 74 6d. This is not an IDX file; check the path.',
    ],
    [
      'of floats',
      Uint8Array.of(0, 0, 13, 1, 0, 0, 0, 0),
      'IDX file "digits": expected elements of type uint8, got float32. Convert it to unsigned bytes.',
    ],
    [
      'without dimensions',
      Uint8Array.of(0, 0, 8, 0),
      'IDX file "digits": expected at least 1 dimension, got none. This is not an IDX file; check the path.',
    ],
  ])('refuses a file that is %s', (_, bytes, message) => {
    expect(() => parseIdx(bytes, { name: 'digits' })).toThrow(message);
  });

  test('refuses a header whose product overflows, before it takes memory', () => {
    const huge = Uint8Array.of(0, 0, 8, 3, ...new Array(12).fill(255));
    expect(() => readIdxHeader(huge, { name: 'digits' })).toThrow(
      'IDX file "digits": expected dimensions of a file that can exist, got [4294967295, 4294967295, 4294967295]. The header is damaged; get the file again.',
    );
  });
});

test('encodeIdx refuses values that do not fill the dimensions', () => {
  expect(() => encodeIdx({ dimensions: [2, 2], values: new Uint8Array(3) })).toThrow(
    'IDX: expected 4 values for [2, 2], got 3.',
  );
});

describe('gunzipIfNeeded', () => {
  test('decompresses an archive and gives other bytes back as they are', async () => {
    expect(await gunzipIfNeeded(await gzip(small))).toEqual(small);
    expect(await gunzipIfNeeded(small)).toBe(small);
  });

  test('refuses an archive that is cut short', async () => {
    const archive = await gzip(small);
    await expect(
      gunzipIfNeeded(archive.subarray(0, archive.length - 9), { name: 'digits.gz' }),
    ).rejects.toThrow(
      'IDX file "digits.gz": expected a whole gzip archive, got one that is damaged or cut short. Get the file again.',
    );
  });

  test('refuses an archive that holds more than allowed', async () => {
    const bomb = await gzip(new Uint8Array(1_000_000));
    await expect(gunzipIfNeeded(bomb, { name: 'digits.gz', maximumBytes: 1000 })).rejects.toThrow(
      'IDX file "digits.gz": expected at most 1000 bytes in the gzip archive, got more. If the file is meant to be that large, decompress it first.',
    );
  });
});
