import { binomialCdf } from '../metrics/binomial-cdf.js';

/**
 * The largest risk at which so few wrong answers are not improbable yet: with probability `level` the true
 * risk is below it (Clopper and Pearson, 1934; one-sided).
 *
 * @param wrong `0 … answered`
 * @param answered 1 or more
 * @param level above 0 and below 1
 */
export function riskUpperBound(wrong: number, answered: number, level: number): number {
  if (wrong === answered) return 1;
  let low = wrong / answered;
  let high = 1;
  // Halving ends where two neighbouring numbers are left.
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (binomialCdf(wrong, answered, middle) > 1 - level) low = middle;
    else high = middle;
  }
  return high;
}
