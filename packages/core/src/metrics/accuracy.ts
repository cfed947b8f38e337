import { requirePredictions } from './require-classes.js';

/**
 * Share of predictions that are right, 0 … 1; NaN for no image.
 *
 * @param labels actual classes, `[count]`
 * @param predictions predicted classes, `[count]`
 * @throws {InvalidArgumentError} when there are not as many predictions as labels, or one of them is not a
 *   whole number of 0 or more
 * @example
 * import { accuracy } from '@lenet/core/metrics';
 *
 * console.log(accuracy([3, 1, 4, 1], [3, 1, 4, 5])); // 0.75
 */
export function accuracy(labels: ArrayLike<number>, predictions: ArrayLike<number>): number {
  requirePredictions(labels, predictions);
  let correct = 0;
  for (let index = 0; index < labels.length; index++) {
    if (labels[index] === predictions[index]) correct++;
  }
  return correct / labels.length;
}
