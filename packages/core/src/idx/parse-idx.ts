import { arrayTypes, describeArray, type IdxArray, type IdxType, typeOfArray } from './idx-array.js';
import { type IdxOptions, lengthError, readIdxHeader } from './idx-header.js';
import { swapBytes } from './swap-bytes.js';

/**
 * Parses an IDX file of any element type. Bytes (uint8, int8) are a view of what was given, nothing is
 * copied; wider elements are copied and brought from big-endian into the machine's byte order.
 *
 * @param bytes the whole file, decompressed; `readIdx` takes gzip archives and streams
 * @throws {IdxFormatError} when header or length are wrong, the elements are not of `type`, or the file is
 *   larger than `maxBytes`
 * @example
 * import { encodeIdx, parseIdx } from '@lenet/core';
 *
 * const bytes = encodeIdx({ dimensions: [1, 2, 2], values: Uint8Array.of(0, 255, 255, 0) });
 * const { dimensions, values } = parseIdx(bytes, { name: 'images', type: 'uint8' });
 * console.log(dimensions, values); // [1, 2, 2] and a Uint8Array of 4
 */
export function parseIdx<Type extends IdxType = IdxType>(
  bytes: Uint8Array,
  options: IdxOptions<Type> = {},
): IdxArray<Type> {
  const { type, dimensions, headerLength, byteLength } = readIdxHeader(bytes, options);
  if (bytes.length !== byteLength) {
    throw lengthError(options.name ?? 'input', describeArray(type, dimensions), byteLength, bytes.length);
  }
  const elements = bytes.subarray(headerLength);
  return toArray(type, dimensions, type.endsWith('8') ? elements : new Uint8Array(elements));
}

/**
 * @param bytes the elements, big-endian; where they are wider than a byte they are changed in place, and
 *   must begin where such elements may
 * @returns an array whose values are a view of `bytes`
 */
export function toArray<Type extends IdxType>(
  type: Type,
  dimensions: readonly number[],
  bytes: Uint8Array,
): IdxArray<Type> {
  const Values = arrayTypes.find((Values) => Values && typeOfArray(Values.name) === type)!;
  const size = Values.BYTES_PER_ELEMENT;
  swapBytes(bytes, size);
  // A view of its own: what Buffer.subarray gives is a Buffer, whose `slice` does not copy.
  const values = new Values(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length / size);
  return { type, dimensions, values } as unknown as IdxArray<Type>;
}
