import { requirePredictions, requireSome } from './require-classes.js';
import { tallyClasses } from './tally-classes.js';

/**
 * Matthews correlation coefficient for any number of classes, -1 … 1, as scikit-learn's
 * `matthews_corrcoef`; 0 where labels or predictions are all of one class.
 *
 * @param labels actual classes, `[count]`
 * @param predictions predicted classes, `[count]`
 * @throws {InvalidArgumentError} when there are no labels, not as many predictions as labels, or one of
 *   them is not a whole number of 0 or more
 * @example
 * import { matthewsCorrelation } from '@lenet/core/metrics';
 *
 * console.log(matthewsCorrelation([0, 0, 1, 1], [0, 1, 1, 1])); // 0.5773502691896258
 *
 * Source: Gorodkin, "Comparing two K-category assignments by a K-category correlation coefficient", 2004.
 */
export function matthewsCorrelation(labels: ArrayLike<number>, predictions: ArrayLike<number>): number {
  requirePredictions(labels, predictions);
  requireSome('labels', labels);
  const square = labels.length ** 2;
  let covariance = 0;
  let ofLabels = square;
  let ofPredictions = square;
  for (const { correct, actual, predicted } of tallyClasses(labels, predictions).values()) {
    covariance += correct * labels.length - actual * predicted;
    ofLabels -= actual ** 2;
    ofPredictions -= predicted ** 2;
  }
  return covariance && covariance / Math.sqrt(ofLabels * ofPredictions);
}
