import { accuracy } from '../metrics/accuracy.js';
import type { Evaluation } from '../training/training-event.js';
import { argMax } from './arg-max.js';
import { crossEntropy } from './cross-entropy.js';

/**
 * Loss and accuracy of logits; where logits tie, the lowest class is the answer.
 *
 * @param logits float32 `[count, classCount]`, row-major
 * @param labels `[count]`, each `0 … classCount - 1`
 * @param classCount `1 … 256`
 * @throws {InvalidArgumentError} when there is not one label for each row of logits, or a label is not
 *   below `classCount`
 */
export function evaluateLogits(
  logits: Float32Array,
  labels: ArrayLike<number>,
  classCount: number,
): Evaluation {
  return {
    loss: crossEntropy(logits, labels, classCount),
    accuracy: accuracy(labels, argMax(logits, classCount)),
  };
}
