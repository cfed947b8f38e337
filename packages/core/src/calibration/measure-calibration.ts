import { requireInteger } from '../errors/require-argument.js';
import { requireChoice } from '../metrics/require-choice.js';
import { orderByConfidence } from './order-by-confidence.js';

/** The answers whose confidence lies in one range. */
export interface CalibrationBin {
  /**
   * - bins of equal width: the range is `(from, to]`; the first one holds 0 as well
   * - bins of equal mass: the smallest confidence in the bin
   */
  readonly from: number;
  /** See `from`; with bins of equal mass the largest confidence in the bin. */
  readonly to: number;
  readonly count: number;
  /** Mean confidence, 0 … 1; 0 where `count` is 0. */
  readonly confidence: number;
  /** Share of right answers, 0 … 1; 0 where `count` is 0. */
  readonly accuracy: number;
}

/** What `measureCalibration` finds. */
export interface Calibration {
  /** The least confident first. */
  readonly bins: readonly CalibrationBin[];
  /**
   * Expected calibration error, 0 … 1: the mean over all answers of the distance between confidence and
   * accuracy of their bin.
   */
  readonly expectedCalibrationError: number;
}

/**
 * How far the network's probabilities can be believed: answers in bins by their confidence, and how far
 * confidence and accuracy of a bin are apart.
 *
 * @param confidences `[count]`, the probability of each answer, `0 … 1`; see `rateAnswers`
 * @param isRight `[count]`
 * @param options.binCount 1 or more. @default 10
 * @param options.binning @default 'width'
 *   - `width`: ranges of the same width; those without answers are listed too
 *   - `mass`: ranges of as many answers each, as far as equal confidences, which stay together, allow: an
 *     answer is in bin `floor(b binCount / count)`, where `b` answers are less confident; none is empty
 * @throws {InvalidArgumentError} when there is no answer, one of them lacks its confidence, a confidence
 *   is not in `0 … 1`, or an option is out of range
 * @example
 * import { measureCalibration } from '@lenet/core/metrics';
 *
 * const { bins, expectedCalibrationError } = measureCalibration([0.75, 0.75, 1], [true, false, true]);
 * console.log(bins[7].accuracy, expectedCalibrationError); // 0.5, 2/3 of 0.25
 *
 * Source: Guo et al., "On Calibration of Modern Neural Networks", 2017, section 2.
 */
export function measureCalibration(
  confidences: ArrayLike<number>,
  isRight: ArrayLike<boolean>,
  { binCount = 10, binning = 'width' }: { binCount?: number; binning?: 'width' | 'mass' } = {},
): Calibration {
  const order = orderByConfidence(confidences, isRight);
  requireInteger('binCount', binCount, 1, 0xffffff);
  requireChoice('binning', binning, ['width', 'mass']);
  const isEqualWidth = binning === 'width';
  const count = order.length;
  const sums = Array.from({ length: binCount }, (_, index) => ({
    from: isEqualWidth ? index / binCount : Infinity,
    to: isEqualWidth ? (index + 1) / binCount : 0,
    count: 0,
    confidence: 0,
    right: 0,
  }));
  let bin = 0;
  let firstOfTie = 0;
  order.forEach((index, rank) => {
    const confidence = confidences[index];
    if (isEqualWidth) {
      while (confidence > sums[bin].to) bin++;
    } else {
      if (confidence !== confidences[order[firstOfTie]]) firstOfTie = rank;
      bin = Math.floor((firstOfTie * binCount) / count);
      sums[bin].from = Math.min(sums[bin].from, confidence);
      sums[bin].to = confidence;
    }
    sums[bin].count++;
    sums[bin].confidence += confidence;
    if (isRight[index]) sums[bin].right++;
  });
  return {
    bins: sums
      .filter((sum) => isEqualWidth || sum.count > 0)
      .map(({ right, ...sum }) => ({
        ...sum,
        confidence: sum.count && sum.confidence / sum.count,
        accuracy: sum.count && right / sum.count,
      })),
    expectedCalibrationError:
      sums.reduce((total, { confidence, right }) => total + Math.abs(confidence - right), 0) / count,
  };
}
