import { accuracy } from './accuracy.js';
import {
  type ClassificationReportOptions,
  type ClassificationScores,
  type PrecisionRecallF1,
  precisionRecallF1,
} from './precision-recall-f1.js';

export type {
  ClassificationReportOptions,
  ClassificationScores,
  ClassScores,
} from './precision-recall-f1.js';

/** What `classificationReport` measures. */
export interface ClassificationReport extends Omit<PrecisionRecallF1, 'microAverage'> {
  /** Over all images, those of classes that are not reported too. */
  readonly accuracy: number;
  /**
   * Of the sums over the reported classes. Absent when every class that occurs is reported: precision,
   * recall and F1 are then the accuracy.
   */
  readonly microAverage?: ClassificationScores;
}

/**
 * Precision, recall, F1 and support of each class and on average, as scikit-learn's
 * `classification_report` defines them. `formatClassificationReport` makes a text of it.
 *
 * @param labels actual classes, `[count]`
 * @param predictions predicted classes, `[count]`
 * @throws {InvalidArgumentError} when there are no labels, not as many predictions as labels, one of them
 *   is not a whole number of 0 or more, no class to report, no name for a class, or `zeroDivision` is
 *   something else than 0, 1 or NaN
 * @example
 * import { classificationReport } from '@lenet/core/metrics';
 *
 * const report = classificationReport([0, 1, 1], [0, 1, 0]);
 * console.log(report.classes[1].recall); // 0.5
 */
export function classificationReport(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  options: ClassificationReportOptions = {},
): ClassificationReport {
  const { classes, microAverage, ...averages } = precisionRecallF1(labels, predictions, options);
  const reported = new Set(classes.map(({ label }) => label));
  const areReported = (given: ArrayLike<number>) => Array.from(given).every((label) => reported.has(label));
  const isWhole = !options.classes || (areReported(labels) && areReported(predictions));
  return isWhole
    ? { classes, accuracy: microAverage.recall, ...averages }
    : { classes, accuracy: accuracy(labels, predictions), microAverage, ...averages };
}
