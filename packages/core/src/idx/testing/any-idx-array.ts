import fc from 'fast-check';
import type { IdxArray } from '../idx-array.js';

const arrayTypes = {
  uint8: Uint8Array,
  int8: Int8Array,
  int16: Int16Array,
  int32: Int32Array,
  float32: Float32Array,
  float64: Float64Array,
};
const types = Object.keys(arrayTypes) as (keyof typeof arrayTypes)[];

/** Any type, 1 to 5 dimensions, any bits: every not-a-number, infinities and zeros of both signs too. */
export const anyIdxArray: fc.Arbitrary<IdxArray> = fc
  .tuple(fc.constantFrom(...types), fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 }))
  .chain(([type, dimensions]) => {
    const Values = arrayTypes[type];
    const length = dimensions.reduce((product, size) => product * size, Values.BYTES_PER_ELEMENT);
    return fc
      .uint8Array({ minLength: length, maxLength: length })
      .map((bytes) => ({ type, dimensions, values: new Values(bytes.slice().buffer) }) as IdxArray);
  });

/** The array with its values as bytes, so that the bits of a not-a-number count. */
export function bitsOf({ type, dimensions, values }: IdxArray) {
  return {
    type,
    dimensions,
    bytes: [...new Uint8Array(values.buffer, values.byteOffset, values.byteLength)],
  };
}
