import { binomialCdf } from '../metrics/binomial-cdf.js';
import { requireOpenShare, requireShare } from '../metrics/require-share.js';
import { type RiskCoveragePoint, riskCoverage } from './risk-coverage.js';
import { riskUpperBound } from './risk-upper-bound.js';

/** A threshold for `decide`, with what it amounts to on the answers that it was chosen on. */
export interface AnswerThreshold extends RiskCoveragePoint {
  /** The risk that new images do not exceed, with the probability `confidenceLevel`; only where that is given. */
  readonly riskBound?: number;
}

/**
 * The threshold below which to say "unsure", so that at most a share of `targetRisk` of the answers given
 * is wrong: the one that leaves the most answers. To be chosen on images that were not trained on, with the
 * temperature that `decide` is given.
 *
 * Few answers prove little: 20 right ones out of 20 still allow a risk of 13.9 %. With a
 * `confidenceLevel`, the target holds on new images of the same kind with that probability: thresholds are
 * tested in an order that does not depend on what is right (Learn then Test). The first tests are at all
 * answers, the most confident half, quarter, and so on, as long as so many could pass; from the largest
 * that passes, the threshold is lowered until one fails. A threshold passes where so few wrong answers
 * would have a probability of at most `(1 - confidenceLevel) / starts` at the target risk.
 *
 * @param confidences `[count]`, the probability of each answer, `0 … 1`; see `rateAnswers`
 * @param isRight `[count]`
 * @param options.targetRisk largest share of wrong answers among those given, `0 … 1`
 * @param options.confidenceLevel above 0 and below 1, e.g. 0.95. @default none: the target holds on the
 *   given answers, and on new ones it may not
 * @returns null where no threshold meets the target
 * @throws {InvalidArgumentError} when there is no answer, one of them lacks its confidence, or a
 *   confidence or an option is out of range
 * @example
 * import { chooseAnswerThreshold } from '@lenet/core/metrics';
 *
 * const confidences = [0.99, 0.9, 0.8, 0.6, 0.5];
 * const isRight = [true, true, true, false, true];
 * console.log(chooseAnswerThreshold(confidences, isRight, { targetRisk: 0.01 })?.threshold); // 0.8
 * console.log(chooseAnswerThreshold(confidences, isRight, { targetRisk: 0.01, confidenceLevel: 0.95 })); // null
 *
 * Source: Angelopoulos et al., "Learn then Test: Calibrating Predictive Algorithms to Achieve Risk
 * Control", 2021, fixed sequence testing; Clopper and Pearson, 1934, for the bound.
 */
export function chooseAnswerThreshold(
  confidences: ArrayLike<number>,
  isRight: ArrayLike<boolean>,
  { targetRisk, confidenceLevel }: { targetRisk: number; confidenceLevel?: number },
): AnswerThreshold | null {
  requireShare('targetRisk', targetRisk);
  const { points } = riskCoverage(confidences, isRight);
  if (confidenceLevel === undefined) return points.findLast(({ risk }) => risk <= targetRisk) ?? null;

  requireOpenShare('confidenceLevel', confidenceLevel);
  const error = 1 - confidenceLevel;
  const isProven = (wrong: number, answered: number, allowed: number) =>
    targetRisk === 1 || binomialCdf(wrong, answered, targetRisk) <= allowed;
  const starts = new Set<number>();
  for (let least = confidences.length; least > 0 && isProven(0, least, error); least >>>= 1) {
    starts.add(points.findIndex(({ answered }) => answered >= least));
  }
  const allowed = error / starts.size;
  const passes = ({ wrong, answered }: RiskCoveragePoint) => isProven(wrong, answered, allowed);
  let last = [...starts].find((start) => passes(points[start]));
  if (last === undefined) return null;
  while (last + 1 < points.length && passes(points[last + 1])) last++;
  const { wrong, answered } = points[last];
  return { ...points[last], riskBound: riskUpperBound(wrong, answered, 1 - allowed) };
}
