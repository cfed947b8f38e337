/** The middle of the values, or the mean of the two in the middle. One value or more. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/**
 * How long something took beside something else: the median of the rounds' ratios. What slowed the machine
 * down in a round slowed both, so it is steadier than the ratio of the medians.
 *
 * @param seconds of each round
 * @param reference of the same rounds
 */
export function sideBySide(seconds: readonly number[], reference: readonly number[]): number {
  return median(seconds.map((value, round) => value / reference[round]));
}
