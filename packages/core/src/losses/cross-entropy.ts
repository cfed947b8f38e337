import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { requireInteger } from '../errors/require-argument.js';
import { portableExp } from '../maths/portable-exp.js';
import { portableLog } from '../maths/portable-log.js';
import { requireLogits } from './require-logits.js';

/**
 * Mean sparse categorical cross-entropy from logits: the mean of `log(sum_j exp(x_j)) - x_label`. The
 * maximum is subtracted so that no exponential overflows.
 *
 * @param logits float32 `[count, classCount]`, row-major
 * @param labels `[count]`, each `0 … classCount - 1`
 * @param classCount `1 … 256`
 * @returns in nats; NaN for no image
 * @throws {InvalidArgumentError} when there is not one label for each row of logits, or a label is not
 *   below `classCount`
 */
export function crossEntropy(logits: Float32Array, labels: ArrayLike<number>, classCount: number): number {
  const count = requireLogits(logits, classCount);
  if (labels.length !== count) {
    throw new InvalidArgumentError({
      argument: 'labels',
      received: labels.length,
      message: `Cross-entropy: expected ${count} labels for ${logits.length} logits of ${classCount} classes, got ${labels.length}.`,
    });
  }
  let total = 0;
  for (let row = 0; row < count; row++) {
    requireInteger(`labels[${row}]`, labels[row], 0, classCount - 1);
    const start = row * classCount;
    let maximum = Number.NEGATIVE_INFINITY;
    for (let index = start; index < start + classCount; index++) maximum = Math.max(maximum, logits[index]);
    let sum = 0;
    for (let index = start; index < start + classCount; index++) sum += portableExp(logits[index] - maximum);
    total += portableLog(sum) + maximum - logits[start + labels[row]];
  }
  return total / count;
}
