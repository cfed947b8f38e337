import { portableExp } from '../maths/portable-exp.js';
import { portableLog } from '../maths/portable-log.js';

/**
 * Mean sparse categorical cross-entropy from logits: the mean of `log(sum_j exp(x_j)) - x_label`.
 *
 * @param logits float32 `[count, classCount]`, row-major
 * @param labels `[count]`, each `0 … classCount - 1`
 * @returns in nats; NaN for no image
 */
export function crossEntropy(logits: Float32Array, labels: ArrayLike<number>, classCount: number): number {
  let total = 0;
  for (let row = 0; row < labels.length; row++) {
    const start = row * classCount;
    let maximum = Number.NEGATIVE_INFINITY;
    for (let index = start; index < start + classCount; index++) maximum = Math.max(maximum, logits[index]);
    let sum = 0;
    for (let index = start; index < start + classCount; index++) sum += portableExp(logits[index] - maximum);
    total += portableLog(sum) + maximum - logits[start + labels[row]];
  }
  return total / labels.length;
}
