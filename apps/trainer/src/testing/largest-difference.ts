/** Largest |difference| of two rows of numbers; infinite where they differ in length or one is not a number. */
export function largestDifference(some: Float32Array, others: Float32Array): number {
  if (some.length !== others.length) return Number.POSITIVE_INFINITY;
  const differences = Array.from(some, (value, index) => Math.abs(value - others[index]));
  return differences.every(Number.isFinite) ? Math.max(...differences) : Number.POSITIVE_INFINITY;
}
