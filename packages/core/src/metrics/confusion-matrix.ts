import { requireInteger } from '../errors/require-argument.js';
import { requireChoice } from './require-choice.js';
import { requirePredictions } from './require-classes.js';

/**
 * How often each pair of actual and predicted class occurs.
 *
 * @param labels actual classes, `[count]`, each `0 … classCount - 1`
 * @param predictions predicted classes, `[count]`, each `0 … classCount - 1`
 * @param options.classCount number of classes. @default 10
 * @param options.normalize what the counts are divided by; where that is 0, so is the result.
 *   @default none, counts
 *   - `true`: the images of the actual class, so that rows sum to 1 (recall on the diagonal)
 *   - `pred`: the images of the predicted class, so that columns sum to 1 (precision on the diagonal)
 *   - `all`: all images
 * @returns `[actual][predicted]`: rows are actual classes, columns predicted ones
 * @throws {InvalidArgumentError} when there are not as many predictions as labels, or one of them is not
 *   below `classCount`, or `normalize` is something else
 * @example
 * import { confusionMatrix } from '@lenet/core/metrics';
 *
 * console.log(confusionMatrix([0, 0, 1], [0, 1, 1], { classCount: 2 })); // [[1, 1], [0, 1]]
 * console.log(confusionMatrix([0, 0, 1], [0, 1, 1], { classCount: 2, normalize: 'true' })); // [[0.5, 0.5], [0, 1]]
 */
export function confusionMatrix(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  { classCount = 10, normalize }: { classCount?: number; normalize?: 'true' | 'pred' | 'all' } = {},
): number[][] {
  requireInteger('classCount', classCount, 1);
  requirePredictions(labels, predictions, classCount);
  const matrix = Array.from({ length: classCount }, () => new Array<number>(classCount).fill(0));
  for (let index = 0; index < labels.length; index++) matrix[labels[index]][predictions[index]]++;
  if (normalize === undefined) return matrix;

  requireChoice('normalize', normalize, ['true', 'pred', 'all']);
  const rowSums = matrix.map(sum);
  const divisorOf = {
    true: (row: number) => rowSums[row],
    pred: (_: number, column: number) => sum(matrix.map((row) => row[column])),
    all: () => labels.length,
  }[normalize];
  return matrix.map((row, actual) =>
    row.map((count, predicted) => count && count / divisorOf(actual, predicted)),
  );
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
