import { requireSameLength } from './require-same-length.js';

/**
 * Share of predictions that are right, 0 … 1; NaN for no image.
 *
 * @param labels actual classes, `[count]`
 * @param predictions predicted classes, `[count]`
 * @throws {InvalidArgumentError} when there are not as many predictions as labels
 */
export function accuracy(labels: ArrayLike<number>, predictions: ArrayLike<number>): number {
  requireSameLength(labels, predictions);
  let correct = 0;
  for (let index = 0; index < labels.length; index++) {
    if (labels[index] === predictions[index]) correct++;
  }
  return correct / labels.length;
}
