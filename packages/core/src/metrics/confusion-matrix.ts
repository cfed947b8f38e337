import { requireInteger } from '../errors/require-argument.js';
import { requireSameLength } from './require-same-length.js';

/**
 * Counts of every pair of actual and predicted class.
 *
 * @param labels actual classes, `[count]`, each `0 … classCount - 1`
 * @param predictions predicted classes, `[count]`, each `0 … classCount - 1`
 * @param options.classCount number of classes. @default 10
 * @returns `[actual][predicted]`: rows are actual classes, columns predicted ones
 * @throws {InvalidArgumentError} when there are not as many predictions as labels, or one of them is not
 *   below `classCount`
 * @example
 * confusionMatrix([0, 0, 1], [0, 1, 1], { classCount: 2 }); // [[1, 1], [0, 1]]
 */
export function confusionMatrix(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  { classCount = 10 } = {},
): number[][] {
  requireSameLength(labels, predictions);
  requireInteger('classCount', classCount, 1);
  const matrix = Array.from({ length: classCount }, () => new Array<number>(classCount).fill(0));
  for (let index = 0; index < labels.length; index++) {
    requireInteger(`labels[${index}]`, labels[index], 0, classCount - 1);
    requireInteger(`predictions[${index}]`, predictions[index], 0, classCount - 1);
    matrix[labels[index]][predictions[index]]++;
  }
  return matrix;
}
