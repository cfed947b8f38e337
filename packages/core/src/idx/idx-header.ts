import { IdxFormatError } from '../errors/idx-format-error.js';
import { arrayTypes, countElements, describeArray, type IdxType, typeOfArray } from './idx-array.js';

/** What the first bytes of an IDX file say. */
export interface IdxHeader<Type extends IdxType = IdxType> {
  /** What the elements are. */
  readonly type: Type;
  /** Sizes, slowest first, e.g. `[60000, 28, 28]`. */
  readonly dimensions: readonly number[];
  /** Bytes of the header: the elements begin there. */
  readonly headerLength: number;
  /** Number of elements: the product of the dimensions. */
  readonly elementCount: number;
  /** Bytes of the whole file, decompressed. */
  readonly byteLength: number;
}

/** How to read an IDX file. */
export interface IdxOptions<Type extends IdxType = IdxType> {
  /** Name of the file, for errors. @default 'input' */
  readonly name?: string;
  /**
   * Largest file, decompressed, in bytes. A larger one is refused when its header is read, before memory
   * is taken for it; `Infinity` allows every size. @default 2^30 (1 GiB)
   */
  readonly maxBytes?: number;
  /** Refuses a file with elements of another type; that of the result is known then. @default any */
  readonly type?: Type;
}

/**
 * Reads the header of an IDX file: two zero bytes, the element type, the number of dimensions (1 to 255;
 * a file without dimensions is refused, as the format begins with vectors), then each dimension as a
 * big-endian uint32. A dimension may be 0.
 *
 * Source: Y. LeCun, C. Cortes, C. J. C. Burges, "The MNIST database", section "File formats".
 *
 * @param bytes the file, decompressed, or its first bytes: 1024 are enough for every header
 * @throws {IdxFormatError} when it is not a header, the elements are not of `type`, or the file would be
 *   larger than `maxBytes`
 * @example
 * import { readIdxHeader } from '@lenet/core';
 *
 * const header = readIdxHeader(Uint8Array.of(0, 0, 0x0d, 2, 0, 0, 1, 0, 0, 0, 0, 3));
 * console.log(header.type, header.dimensions, header.byteLength); // 'float32', [256, 3], 3084
 */
export function readIdxHeader<Type extends IdxType = IdxType>(
  bytes: Uint8Array,
  { name = 'input', maxBytes = 2 ** 30, type: wanted }: IdxOptions<Type> = {},
): IdxHeader<Type> {
  if (bytes.length < 4) throw lengthError(name, 'a header', 4, bytes.length);
  const Values = arrayTypes[bytes[2] - 8];
  const rank = bytes[3];
  const wrong = bytes[0] ? 0 : bytes[1] ? 1 : !Values ? 2 : rank ? -1 : 3;
  if (!Values || wrong >= 0) {
    throw new IdxFormatError({
      file: name,
      reason: wrong < 2 ? 'magic' : wrong === 2 ? 'type' : 'rank',
      offset: wrong,
      expected: 'two zero bytes, an element type (08, 09, 0b to 0e) and at least 1 dimension',
      received: Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join(' '),
      remedy: isGzip(bytes)
        ? 'This is a gzip archive; read it with readIdx.'
        : 'This is not an IDX file; check the path.',
    });
  }
  const type = typeOfArray(Values.name);
  if (wanted && type !== wanted) {
    throw new IdxFormatError({
      file: name,
      reason: 'type',
      offset: 2,
      expected: `elements of type ${wanted}`,
      received: type,
      remedy: `Convert the file, or ask for ${type}.`,
    });
  }
  const headerLength = 4 + 4 * rank;
  if (bytes.length < headerLength) {
    throw lengthError(name, `a header of ${rank} dimensions`, headerLength, bytes.length);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const dimensions = Array.from({ length: rank }, (_, index) => view.getUint32(4 + 4 * index));
  const elementCount = countElements(dimensions);
  const byteLength = headerLength + elementCount * Values.BYTES_PER_ELEMENT;
  const isOverflow = byteLength > Number.MAX_SAFE_INTEGER;
  if (isOverflow || !(byteLength <= maxBytes)) {
    throw new IdxFormatError({
      file: name,
      reason: isOverflow ? 'overflow' : 'limit',
      offset: 4,
      expected: `at most ${maxBytes} bytes`,
      received: `${byteLength} for ${describeArray(type, dimensions)}`,
      remedy: isOverflow
        ? 'The header is damaged; get the file again.'
        : 'If it is meant to be that large, set maxBytes or read it with readIdxBatches.',
    });
  }
  return { type: type as Type, dimensions, headerLength, elementCount, byteLength };
}

/** Whether bytes begin as a gzip archive does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * A file is shorter or longer than it should be.
 *
 * @param what is as long as expected
 * @param received for the message. @default the length
 */
export function lengthError(
  file: string,
  what: string,
  expectedLength: number,
  length: number,
  received = `${length}`,
): IdxFormatError {
  const isTruncated = length < expectedLength;
  return new IdxFormatError({
    file,
    reason: isTruncated ? 'truncated' : 'trailing',
    offset: Math.min(length, expectedLength),
    expected: `${expectedLength} bytes for ${what}`,
    received,
    remedy: isTruncated
      ? 'The file is cut short; get it again.'
      : 'There are bytes after its end; get it again.',
  });
}
