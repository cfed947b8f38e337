import { logSumExp } from './log-sum-exp.js';
import { requireLabels } from './require-logits.js';

/**
 * Mean sparse categorical cross-entropy from logits: the mean of `log(sum_j exp(x_j)) - x_label`.
 *
 * @param logits `[count, classCount]`, row-major
 * @param labels `[count]`, each `0 … classCount - 1`
 * @param classCount `1 … 256`
 * @returns in nats; NaN for no image
 * @throws {InvalidArgumentError} when there is not one label for each row of logits, or a label is not
 *   below `classCount`
 * @example
 * import { crossEntropy } from '@lenet/core';
 *
 * console.log(crossEntropy(Float32Array.of(0, 0, 1000, 0), [1, 0], 2)); // 0.34657359027997264, half of ln 2
 */
export function crossEntropy(
  logits: ArrayLike<number>,
  labels: ArrayLike<number>,
  classCount: number,
): number {
  const count = requireLabels('Cross-entropy', logits, labels, classCount);
  let total = 0;
  for (let row = 0; row < count; row++) {
    const start = row * classCount;
    total += logSumExp(logits, start, classCount) - logits[start + labels[row]];
  }
  return total / count;
}
