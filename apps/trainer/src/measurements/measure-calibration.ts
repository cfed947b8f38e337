import { softmax } from '@lenet/core';
import { logLoss, measureCalibration, rateAnswers } from '@lenet/core/metrics';
import type { CalibrationFigures } from './measurements.js';

/**
 * @param logits float32 `[count, classCount]`
 * @param labels `[count]`
 * @param temperature the logits are divided by it. @default 1
 */
export function calibrationFigures(
  logits: Float32Array,
  labels: Uint8Array,
  classCount: number,
  temperature = 1,
): CalibrationFigures {
  const probabilities = softmax(logits, classCount, { temperature });
  const { confidences, isRight } = rateAnswers(labels, probabilities, classCount);
  return {
    loss: logLoss(labels, probabilities, classCount),
    expectedCalibrationError: measureCalibration(confidences, isRight).expectedCalibrationError,
  };
}

/** What is answered at a threshold, and how much of that is wrong. */
export function answerFigures(
  logits: Float32Array,
  labels: Uint8Array,
  classCount: number,
  { temperature = 1, threshold }: { temperature?: number; threshold: number },
): { coverage: number; risk: number } {
  const probabilities = softmax(logits, classCount, { temperature });
  const { confidences, isRight } = rateAnswers(labels, probabilities, classCount);
  const answered = isRight.filter((_right, index) => confidences[index] >= threshold);
  const wrong = answered.filter((right) => !right).length;
  return {
    coverage: answered.length / labels.length,
    risk: answered.length === 0 ? 0 : wrong / answered.length,
  };
}
