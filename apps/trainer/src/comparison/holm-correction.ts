/**
 * Corrects p-values for being several: below 0.05 they are by chance alone, for any of them, in at most one
 * of twenty such comparisons.
 *
 * @param pValues `0 … 1`
 * @returns as many, in their order, `0 … 1`
 *
 * Source: Holm, "A Simple Sequentially Rejective Multiple Test Procedure", 1979; the same as
 * `multipletests(p, method='holm')` of statsmodels.
 */
export function holmCorrection(pValues: readonly number[]): number[] {
  const order = pValues.map((_, index) => index).sort((a, b) => pValues[a] - pValues[b]);
  const corrected: number[] = Array(pValues.length);
  let largest = 0;
  for (const [rank, index] of order.entries()) {
    largest = Math.max(largest, Math.min(1, (pValues.length - rank) * pValues[index]));
    corrected[index] = largest;
  }
  return corrected;
}
