import { argMax, softmax } from '@lenet/core';
import {
  type Calibration,
  type ClassificationReport,
  classificationReport,
  confusionMatrix,
  measureCalibration,
} from '@lenet/core/metrics';
import { findMisclassified, type Misclassified } from './misclassified.js';
import type { ReportInput } from './report-input.js';

/** What the answers on the test set amount to. */
export interface TestFindings {
  /** Number of images, `[actual][predicted]`. */
  readonly confusion: readonly (readonly number[])[];
  readonly report: ClassificationReport;
  /** All wrong answers, the most confident first. */
  readonly misclassified: readonly Misclassified[];
  readonly calibration: Calibration;
}

export function findTestFindings(input: Pick<ReportInput, 'test' | 'testLogits'>): TestFindings {
  const { labels, classCount } = input.test;
  const probabilities = softmax(input.testLogits, classCount);
  const predictions = argMax(input.testLogits, classCount);
  const confidences = Float64Array.from(
    predictions,
    (predicted, index) => probabilities[index * classCount + predicted],
  );
  const isRight = Array.from(predictions, (predicted, index) => predicted === labels[index]);
  return {
    confusion: confusionMatrix(labels, predictions, { classCount }),
    report: classificationReport(labels, predictions),
    misclassified: findMisclassified(labels, predictions, confidences),
    calibration: measureCalibration(confidences, isRight),
  };
}
