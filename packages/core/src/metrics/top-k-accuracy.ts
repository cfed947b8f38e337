import { requireInteger } from '../errors/require-argument.js';
import { requireLabels } from '../losses/require-logits.js';
import { requireSome } from './require-classes.js';
import { requireNumbers } from './require-numbers.js';

/**
 * Share of images whose class is among the `k` with the largest scores, 0 … 1. Where scores tie, the
 * higher class goes first, as in scikit-learn's `top_k_accuracy_score` (`argMax` takes the lower one).
 *
 * @param labels actual classes, `[count]`, each `0 … classCount - 1`
 * @param scores logits or probabilities, `[count, classCount]`, row-major
 * @param classCount `1 … 256`
 * @param k `1 … classCount`
 * @throws {InvalidArgumentError} when there is no label, not one label for each row, a label is not below
 *   `classCount`, a score is not a number, or `k` is out of range
 * @example
 * import { topKAccuracy } from '@lenet/core/metrics';
 *
 * console.log(topKAccuracy([0, 2], [0.5, 0.3, 0.2, 0.1, 0.5, 0.4], 3, 2)); // 1
 */
export function topKAccuracy(
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
  classCount: number,
  k: number,
): number {
  const count = requireLabels('Metrics', scores, labels, classCount, 'scores');
  requireInteger('k', k, 1, classCount);
  requireSome('labels', labels);
  requireNumbers('scores', scores);
  let correct = 0;
  for (let row = 0; row < count; row++) {
    const label = row * classCount + labels[row];
    let before = 0;
    for (let index = row * classCount; index < (row + 1) * classCount; index++) {
      if (scores[index] > scores[label] || (scores[index] === scores[label] && index > label)) before++;
    }
    if (before < k) correct++;
  }
  return correct / count;
}
