import { argMax, softmax } from '@lenet/core';
import {
  type Calibration,
  type ClassificationReport,
  classificationReport,
  confusionMatrix,
  measureCalibration,
} from '@lenet/core/metrics';
import { classLabels } from './class-labels.js';
import { findMatrixCells, type MatrixCell } from './matrix-cells.js';
import { findMisclassified, type Misclassified } from './misclassified.js';
import type { ReportInput } from './report-input.js';

/** What the answers on the test set amount to. */
export interface TestFindings {
  /** What the classes are called, in the order of the labels. */
  readonly classes: readonly string[];
  /** float32 `[count, classCount]` */
  readonly probabilities: Float32Array;
  /** Number of images, `[actual][predicted]`. */
  readonly confusion: readonly (readonly number[])[];
  /** Those that have images. */
  readonly cells: readonly MatrixCell[];
  readonly report: ClassificationReport;
  /** All wrong answers, the most confident first. */
  readonly misclassified: readonly Misclassified[];
  readonly calibration: Calibration;
}

export function findTestFindings(input: Pick<ReportInput, 'test' | 'testLogits' | 'data'>): TestFindings {
  const { labels, classCount, height, width } = input.test;
  const classes = classLabels(classCount, input.data.classes);
  const probabilities = softmax(input.testLogits, classCount);
  const predictions = argMax(input.testLogits, classCount);
  const confidences = Float64Array.from(
    predictions,
    (predicted, index) => probabilities[index * classCount + predicted],
  );
  const isRight = Array.from(predictions, (predicted, index) => predicted === labels[index]);
  const confusion = confusionMatrix(labels, predictions, { classCount });
  const misclassified = findMisclassified(labels, predictions, probabilities);
  return {
    classes,
    probabilities,
    confusion,
    cells: findMatrixCells({
      confusion,
      labels,
      predictions,
      misclassified,
      classes,
      pixels: height * width,
    }),
    report: classificationReport(labels, predictions, { classNames: classes }),
    misclassified,
    calibration: measureCalibration(confidences, isRight),
  };
}
