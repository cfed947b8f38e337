import { orderByConfidence } from './order-by-confidence.js';

/** What answering down to one confidence, and being unsure below it, amounts to. */
export interface RiskCoveragePoint {
  /** Answers with this confidence or more are given; fits the `answerThreshold` of `decide`. */
  readonly threshold: number;
  /** Number of answers that are given. */
  readonly answered: number;
  /** Number of those that are wrong. */
  readonly wrong: number;
  /** Share of answers that are given, 0 … 1. */
  readonly coverage: number;
  /** Share of the given answers that are wrong, 0 … 1. */
  readonly risk: number;
}

/** What `riskCoverage` finds. */
export interface RiskCoverage {
  /** One for each confidence that occurs, the largest first: coverage rises up to 1. */
  readonly points: readonly RiskCoveragePoint[];
  /**
   * Area below the curve, 0 … 1, the smaller the better: the mean risk of giving the 1, 2, … `count` most
   * confident answers. The wrong ones among equally confident answers are spread evenly (the mean over all
   * orders), so that the order of the images does not matter.
   */
  readonly area: number;
}

/**
 * How risk falls as fewer answers are given, the most confident ones first.
 *
 * @param confidences `[count]`, the probability of each answer, `0 … 1`; see `rateAnswers`
 * @param isRight `[count]`
 * @throws {InvalidArgumentError} when there is no answer, one of them lacks its confidence, or a
 *   confidence is not in `0 … 1`
 * @example
 * import { riskCoverage } from '@lenet/core/metrics';
 *
 * const { points, area } = riskCoverage([0.9, 0.6, 0.8], [true, false, true]);
 * console.log(points[1].coverage, points[1].risk, area); // 2/3, 0, 1/9
 *
 * Source: Geifman and El-Yaniv, "Selective Classification for Deep Neural Networks", 2017.
 */
export function riskCoverage(confidences: ArrayLike<number>, isRight: ArrayLike<boolean>): RiskCoverage {
  const order = orderByConfidence(confidences, isRight).reverse();
  const count = order.length;
  const points: RiskCoveragePoint[] = [];
  let area = 0;
  let wrong = 0;
  for (let start = 0, end = 0; start < count; start = end) {
    const threshold = confidences[order[start]];
    let wrongHere = 0;
    while (end < count && confidences[order[end]] === threshold) if (!isRight[order[end++]]) wrongHere++;
    for (let answered = start + 1; answered <= end; answered++) {
      area += (wrong + (wrongHere * (answered - start)) / (end - start)) / answered / count;
    }
    wrong += wrongHere;
    points.push({ threshold, answered: end, wrong, coverage: end / count, risk: wrong / end });
  }
  return { points, area };
}
