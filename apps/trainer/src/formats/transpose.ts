type Numbers = Float32Array | Int8Array | Uint16Array;

/**
 * Reorders the axes of an array, as numpy's `transpose` does.
 *
 * @param values row-major, of shape `shape`
 * @param order axes of `shape` in their new order
 * @returns a copy of the same type
 */
export function transpose<Values extends Numbers>(
  values: Values,
  shape: readonly number[],
  order: readonly number[],
): Values {
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));
  const result = values.slice() as Values;
  const position = order.map(() => 0);
  for (let next = 0; next < result.length; next++) {
    result[next] = values[position.reduce((sum, index, axis) => sum + index * strides[order[axis]], 0)];
    for (let axis = order.length - 1; axis >= 0; axis--) {
      if (++position[axis] < shape[order[axis]]) break;
      position[axis] = 0;
    }
  }
  return result;
}
