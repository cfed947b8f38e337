import { portableLog } from '../maths/portable-log.js';
import { requireProbabilities } from './require-probabilities.js';

/**
 * Mean negative logarithm of the probability of the actual class, as scikit-learn's `log_loss`:
 * probabilities are kept within `epsilon … 1 - epsilon`, where epsilon is 2^-23 for a `Float32Array` and
 * 2^-52 otherwise, so that an answer of 0 % costs much but not infinitely much. From logits,
 * `crossEntropy` loses nothing.
 *
 * @param labels actual classes, `[count]`, each `0 … classCount - 1`
 * @param probabilities `[count, classCount]`, row-major, each row sums to 1
 * @param classCount `1 … 256`
 * @returns in nats
 * @throws {InvalidArgumentError} when there is no label, not one label for each row, a label is not below
 *   `classCount`, a probability is not in `0 … 1`, or a row does not sum to 1
 * @example
 * import { logLoss } from '@lenet/core/metrics';
 *
 * console.log(logLoss([0, 1], [0.5, 0.5, 0.5, 0.5], 2)); // 0.6931471805599453
 */
export function logLoss(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  classCount: number,
): number {
  requireProbabilities(labels, probabilities, classCount);
  const epsilon = probabilities instanceof Float32Array ? 2 ** -23 : Number.EPSILON;
  let total = 0;
  for (let row = 0; row < labels.length; row++) {
    const probability = probabilities[row * classCount + labels[row]];
    total -= portableLog(Math.min(Math.max(probability, epsilon), 1 - epsilon));
  }
  return total / labels.length;
}
