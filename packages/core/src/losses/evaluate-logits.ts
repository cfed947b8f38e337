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
 * @example
 * import { evaluateLogits } from '@lenet/core';
 *
 * console.log(evaluateLogits(Float32Array.of(1000, 0, 0, 0), [0, 1], 2)); // { loss: 0.346…, accuracy: 0.5 }
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
