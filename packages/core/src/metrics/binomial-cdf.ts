/**
 * Probability of at most `successes` in `trials` independent trials. Made of ratios of neighbouring terms,
 * from `successes` to both sides, so that no factorial or logarithm is needed.
 *
 * @param successes whole number, `0 … trials`
 * @param trials whole number
 * @param probability of a success, above 0 and below 1
 */
export function binomialCdf(successes: number, trials: number, probability: number): number {
  const odds = probability / (1 - probability);
  let below = 1;
  for (let k = successes, term = 1; k > 0 && term > below * 1e-18; k--) {
    term *= k / (trials - k + 1) / odds;
    below += term;
  }
  let above = 0;
  for (let k = successes, term = 1; k < trials; k++) {
    const ratio = ((trials - k) / (k + 1)) * odds;
    term *= ratio;
    above += term;
    if (ratio < 1 && term < above * 1e-18) break;
  }
  // Where the first term is too small beside the largest, the sum on that side overflows.
  return below === Infinity ? 1 : below / (below + above);
}
