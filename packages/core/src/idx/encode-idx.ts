import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { requireInteger } from '../errors/require-argument.js';
import { arrayTypes, countElements, describeArray, type IdxArray, typeOfArray } from './idx-array.js';
import { swapBytes } from './swap-bytes.js';

/**
 * Writes an array as an IDX file; `parseIdx` reads it.
 *
 * @param array.dimensions 1 to 255 sizes, each a uint32
 * @param array.values row-major; their typed array decides the element type
 * @throws {InvalidArgumentError} when the number of values is not the product of the dimensions, or the
 *   format cannot hold the dimensions or the type of the values
 * @example
 * import { encodeIdx } from '@lenet/core';
 *
 * const bytes = encodeIdx({ dimensions: [2, 1], values: Int16Array.of(1, -1) });
 * console.log(bytes); // 0 0 11 2, 0 0 0 2, 0 0 0 1, 0 1, 255 255
 */
export function encodeIdx({ dimensions, values }: Pick<IdxArray, 'dimensions' | 'values'>): Uint8Array {
  // Not the constructor: a Buffer, or an array of another window, has a different one.
  const tag = values?.[Symbol.toStringTag] as string | undefined;
  const index = arrayTypes.findIndex((Values) => Values && Values.name === tag);
  if (index < 0) {
    throw new InvalidArgumentError({
      argument: 'values',
      received: values,
      message: `IDX: expected values in ${arrayTypes.flatMap((Values) => Values?.name ?? []).join(', ')}, got ${tag ?? typeof values}. Convert them to one of these.`,
    });
  }
  requireInteger('dimensions.length', dimensions.length, 1, 255);
  for (const [index, dimension] of dimensions.entries()) {
    requireInteger(`dimensions[${index}]`, dimension, 0, 0xffffffff);
  }
  const elementCount = countElements(dimensions);
  if (elementCount !== values.length) {
    throw new InvalidArgumentError({
      argument: 'values',
      received: values.length,
      message: `IDX: expected ${elementCount} values for ${describeArray(typeOfArray(tag!), dimensions)}, got ${values.length}.`,
    });
  }
  const headerLength = 4 + 4 * dimensions.length;
  const bytes = new Uint8Array(headerLength + values.byteLength);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, ((index + 8) << 8) + dimensions.length);
  for (const [index, dimension] of dimensions.entries()) view.setUint32(4 + 4 * index, dimension);
  const elements = bytes.subarray(headerLength);
  elements.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  swapBytes(elements, values.BYTES_PER_ELEMENT);
  return bytes;
}
