/** The typed array of each element type. */
interface ValuesOfType {
  uint8: Uint8Array;
  int8: Int8Array;
  int16: Int16Array;
  int32: Int32Array;
  float32: Float32Array;
  float64: Float64Array;
}

/** What the elements of an IDX file can be. */
export type IdxType = keyof ValuesOfType;

interface ArrayOfType<Type extends IdxType> {
  /** What the elements are; the type of `values` follows. */
  readonly type: Type;
  /** Sizes, slowest first, e.g. `[60000, 28, 28]`. */
  readonly dimensions: readonly number[];
  /** The elements, row-major, in the machine's own byte order. */
  readonly values: ValuesOfType[Type];
}

/**
 * The content of an IDX file. Checking `type` tells what `values` is.
 *
 * @example
 * import { encodeIdx, parseIdx } from '@lenet/core';
 *
 * const array = parseIdx(encodeIdx({ dimensions: [2], values: Float32Array.of(0.5, 2) }));
 * if (array.type === 'float32') console.log(array.values); // a Float32Array: 0.5, 2
 */
export type IdxArray<Type extends IdxType = IdxType> = Type extends IdxType ? ArrayOfType<Type> : never;

/**
 * The arrays of the element types; the third byte of a file is the index plus 8.
 *
 * Source: Y. LeCun, C. Cortes, C. J. C. Burges, "The MNIST database", section "File formats".
 */
export const arrayTypes = [
  Uint8Array,
  Int8Array,
  undefined,
  Int16Array,
  Int32Array,
  Float32Array,
  Float64Array,
] as const;

/** @param name of a typed array, e.g. `Uint8Array` */
export function typeOfArray(name: string): IdxType {
  return name.slice(0, -'Array'.length).toLowerCase() as IdxType;
}

/** The product of the dimensions, in which no 0 is lost to an overflow. */
export function countElements(dimensions: readonly number[]): number {
  return dimensions.includes(0) ? 0 : dimensions.reduce((product, dimension) => product * dimension, 1);
}

/** For messages, e.g. `uint8 [2, 3]`; a file may have 255 dimensions. */
export function describeArray(type: IdxType, dimensions: readonly number[]): string {
  const more = dimensions.length > 8 ? ` and ${dimensions.length - 8} more` : '';
  return `${type} [${dimensions.slice(0, 8).join(', ')}${more}]`;
}
