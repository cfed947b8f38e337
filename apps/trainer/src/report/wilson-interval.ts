/** Of the normal distribution, for 95 %. */
const QUANTILE = 1.959963984540054;

/**
 * The 95 % score interval of a share: where the true share lies, as far as chance in the drawing of the
 * test images goes.
 *
 * @param right `0 … count`
 * @param count 1 or more
 * @returns lower and upper end, `0 … 1`
 *
 * Source: Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", 1927.
 */
export function wilsonInterval(right: number, count: number): [lower: number, upper: number] {
  const share = right / count;
  const square = QUANTILE ** 2 / count;
  const centre = share + square / 2;
  const reach = Math.sqrt(square * (share * (1 - share) + square / 4));
  return [Math.max(0, (centre - reach) / (1 + square)), Math.min(1, (centre + reach) / (1 + square))];
}
