import { IdxFormatError } from '../errors/idx-format-error.js';

/** What the first bytes of an IDX file say. */
export interface IdxHeader {
  /** Sizes, slowest first, e.g. `[60000, 28, 28]`. */
  readonly dimensions: readonly number[];
  /** Bytes of the header: the elements begin there. */
  readonly headerLength: number;
  /** Number of elements: the product of the dimensions. */
  readonly elementCount: number;
}

const UNSIGNED_BYTE = 0x08;
const elementTypes: Readonly<Record<number, string>> = {
  8: 'uint8',
  9: 'int8',
  11: 'int16',
  12: 'int32',
  13: 'float32',
  14: 'float64',
};

/**
 * Reads the header of an IDX file of unsigned bytes: two zero bytes, the element type, the number of
 * dimensions, then each dimension as a big-endian uint32.
 *
 * Source: Y. LeCun, C. Cortes, C. J. C. Burges, "The MNIST database", section "File formats".
 *
 * @param bytes the file, or at least its header
 * @param options.name of the file, for the error. @default 'input'
 * @throws {IdxFormatError} when it is not such a header
 */
export function readIdxHeader(bytes: Uint8Array, { name = 'input' } = {}): IdxHeader {
  const fail = (expected: string, received: string, remedy: string) =>
    new IdxFormatError({ file: name, expected, received, remedy });
  if (bytes.length < 4) {
    throw fail('a header of at least 4 bytes', `${bytes.length}`, 'The file is cut short; get it again.');
  }
  const [zero0, zero1, type, rank] = bytes;
  const magic = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  if (zero0 !== 0 || zero1 !== 0 || !(type in elementTypes)) {
    throw fail('the magic number 00 00 08 and a rank', magic, 'This is not an IDX file; check the path.');
  }
  if (type !== UNSIGNED_BYTE) {
    throw fail('elements of type uint8', elementTypes[type], 'Convert it to unsigned bytes.');
  }
  if (rank === 0) throw fail('at least 1 dimension', 'none', 'This is not an IDX file; check the path.');
  const headerLength = 4 + 4 * rank;
  if (bytes.length < headerLength) {
    throw fail(
      `a header of ${headerLength} bytes for ${rank} dimensions`,
      `${bytes.length}`,
      'The file is cut short; get it again.',
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const dimensions = Array.from({ length: rank }, (_, index) => view.getUint32(4 + 4 * index));
  const elementCount = dimensions.reduce((product, dimension) => product * dimension, 1);
  if (elementCount > Number.MAX_SAFE_INTEGER) {
    throw fail(
      'dimensions of a file that can exist',
      `[${dimensions.join(', ')}]`,
      'The header is damaged; get the file again.',
    );
  }
  return { dimensions, headerLength, elementCount };
}
