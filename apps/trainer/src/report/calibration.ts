/** The answers whose largest probability lies in one range. */
export interface CalibrationBin {
  /** The range is `(from, to]`; the first one holds 0 as well. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean of the largest probabilities, 0 … 1; 0 where `count` is 0. */
  readonly confidence: number;
  /** Share of right answers, 0 … 1; 0 where `count` is 0. */
  readonly accuracy: number;
}

export interface Calibration {
  readonly bins: readonly CalibrationBin[];
  /**
   * Expected calibration error, 0 … 1: the mean over all answers of the distance between confidence and
   * accuracy of their bin.
   */
  readonly expectedCalibrationError: number;
}

/**
 * How far the network's probabilities can be believed: answers in bins of equal width by their largest
 * probability.
 *
 * @param confidences `[count]`, the largest probability of each answer
 * @param isRight `[count]`
 * @param binCount @default 10
 * Source: Guo et al., "On Calibration of Modern Neural Networks", 2017, section 2.
 */
export function measureCalibration(
  confidences: ArrayLike<number>,
  isRight: ArrayLike<boolean>,
  binCount = 10,
): Calibration {
  const sums = Array.from({ length: binCount }, () => ({ count: 0, confidence: 0, right: 0 }));
  for (let index = 0; index < confidences.length; index++) {
    const bin = sums[Math.min(binCount - 1, Math.max(0, Math.ceil(confidences[index] * binCount) - 1))];
    bin.count++;
    bin.confidence += confidences[index];
    if (isRight[index]) bin.right++;
  }
  const bins = sums.map(({ count, confidence, right }, index) => ({
    from: index / binCount,
    to: (index + 1) / binCount,
    count,
    confidence: count === 0 ? 0 : confidence / count,
    accuracy: count === 0 ? 0 : right / count,
  }));
  const distance = sums.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0);
  return { bins, expectedCalibrationError: confidences.length === 0 ? 0 : distance / confidences.length };
}
