import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { requireInteger } from '../errors/require-argument.js';
import type { IdxArray } from './parse-idx.js';

/**
 * Writes unsigned bytes as an IDX file; `parseIdx` reads it.
 *
 * @param array.dimensions 1 to 255 sizes, each a uint32
 * @param array.values uint8, row-major
 * @throws {InvalidArgumentError} when the number of values is not the product of the dimensions, or the
 *   format cannot hold the dimensions
 */
export function encodeIdx({ dimensions, values }: IdxArray): Uint8Array {
  requireInteger('dimensions.length', dimensions.length, 1, 255);
  for (const [index, dimension] of dimensions.entries()) {
    requireInteger(`dimensions[${index}]`, dimension, 0, 0xffffffff);
  }
  const elementCount = dimensions.reduce((product, dimension) => product * dimension, 1);
  if (elementCount !== values.length) {
    throw new InvalidArgumentError({
      argument: 'values',
      received: values.length,
      message: `IDX: expected ${elementCount} values for [${dimensions.join(', ')}], got ${values.length}.`,
    });
  }
  const headerLength = 4 + 4 * dimensions.length;
  const bytes = new Uint8Array(headerLength + values.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x0800 + dimensions.length);
  for (const [index, dimension] of dimensions.entries()) view.setUint32(4 + 4 * index, dimension);
  bytes.set(values, headerLength);
  return bytes;
}
