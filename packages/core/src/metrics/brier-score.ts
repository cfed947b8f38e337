import { requireProbabilities } from './require-probabilities.js';

/**
 * Brier score: mean squared distance of the probabilities from the one-hot label, as scikit-learn's
 * `brier_score_loss`. 0 is best; the worst is 2, or 1 where it is halved.
 *
 * @param labels actual classes, `[count]`, each `0 … classCount - 1`
 * @param probabilities `[count, classCount]`, row-major, each row sums to 1
 * @param classCount `1 … 256`
 * @param options.scaleByHalf whether the score is halved. @default for two classes or fewer, as is usual
 * @throws {InvalidArgumentError} when there is no label, not one label for each row, a label is not below
 *   `classCount`, a probability is not in `0 … 1`, or a row does not sum to 1
 * @example
 * import { brierScore } from '@lenet/core/metrics';
 *
 * console.log(brierScore([0], [0.5, 0.25, 0.25], 3)); // 0.375
 *
 * Source: Brier, "Verification of Forecasts Expressed in Terms of Probability", 1950.
 */
export function brierScore(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  classCount: number,
  { scaleByHalf = classCount < 3 } = {},
): number {
  requireProbabilities(labels, probabilities, classCount);
  let total = 0;
  for (let row = 0; row < labels.length; row++) {
    for (let label = 0; label < classCount; label++) {
      const target = label === labels[row] ? 1 : 0;
      total += (probabilities[row * classCount + label] - target) ** 2;
    }
  }
  return total / labels.length / (scaleByHalf ? 2 : 1);
}
