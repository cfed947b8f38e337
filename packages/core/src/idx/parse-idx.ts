import { IdxFormatError } from '../errors/idx-format-error.js';
import { readIdxHeader } from './idx-header.js';

/** An IDX file of unsigned bytes. */
export interface IdxArray {
  /** Sizes, slowest first, e.g. `[60000, 28, 28]`. */
  readonly dimensions: readonly number[];
  /** uint8, row-major; a view of the bytes that were parsed. */
  readonly values: Uint8Array;
}

/**
 * Parses an IDX file of unsigned bytes; nothing is copied.
 *
 * @param bytes the whole file, decompressed
 * @param options.name of the file, for the error. @default 'input'
 * @throws {IdxFormatError} when header or length are wrong
 * @example
 * const { dimensions, values } = parseIdx(bytes, { name: 't10k-images' }); // [10000, 28, 28]
 */
export function parseIdx(bytes: Uint8Array, { name = 'input' } = {}): IdxArray {
  const { dimensions, headerLength, elementCount } = readIdxHeader(bytes, { name });
  const expectedLength = headerLength + elementCount;
  if (bytes.length !== expectedLength) {
    throw new IdxFormatError({
      file: name,
      expected: `${expectedLength} bytes for uint8 [${dimensions.join(', ')}]`,
      received: `${bytes.length}`,
      remedy:
        bytes.length < expectedLength
          ? 'The file is cut short; get it again.'
          : 'There are bytes after its end; get it again.',
    });
  }
  return { dimensions, values: bytes.subarray(headerLength) };
}
