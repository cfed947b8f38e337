import { requirePredictions, requireSome } from './require-classes.js';
import { tallyClasses } from './tally-classes.js';

/**
 * Mean recall of the classes that occur among the labels, 0 … 1, as scikit-learn's
 * `balanced_accuracy_score`: every class counts the same, however rare it is.
 *
 * @param labels actual classes, `[count]`
 * @param predictions predicted classes, `[count]`
 * @throws {InvalidArgumentError} when there are no labels, not as many predictions as labels, or one of
 *   them is not a whole number of 0 or more
 * @example
 * import { balancedAccuracy } from '@lenet/core/metrics';
 *
 * console.log(balancedAccuracy([0, 0, 0, 1], [0, 0, 0, 0])); // 0.5
 */
export function balancedAccuracy(labels: ArrayLike<number>, predictions: ArrayLike<number>): number {
  requirePredictions(labels, predictions);
  requireSome('labels', labels);
  let total = 0;
  let count = 0;
  for (const { correct, actual } of tallyClasses(labels, predictions).values()) {
    if (actual === 0) continue;
    total += correct / actual;
    count++;
  }
  return total / count;
}
