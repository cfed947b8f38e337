const BLOCK = 128;
const LANES = 8;

/**
 * Sum in the order in which NumPy adds, so that averages have the same last bit and so round to the same
 * decimals.
 *
 * Source: numpy/_core/src/umath/loops_utils.h.src, `pairwise_sum`.
 */
export function pairwiseSum(values: readonly number[]): number {
  const { length } = values;
  if (length < LANES) return addInOrder(0, values);
  if (length > BLOCK) {
    const half = Math.floor(length / 2);
    const middle = half - (half % LANES);
    return pairwiseSum(values.slice(0, middle)) + pairwiseSum(values.slice(middle));
  }
  const lanes = values.slice(0, LANES);
  const end = length - (length % LANES);
  for (let index = LANES; index < end; index++) lanes[index % LANES] += values[index];
  const firstFour = lanes[0] + lanes[1] + (lanes[2] + lanes[3]);
  const lastFour = lanes[4] + lanes[5] + (lanes[6] + lanes[7]);
  return addInOrder(firstFour + lastFour, values.slice(end));
}

function addInOrder(start: number, values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, start);
}
