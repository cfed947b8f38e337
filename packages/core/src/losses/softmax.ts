import { portableExp } from '../maths/portable-exp.js';
import { requireLogits } from './require-logits.js';

/**
 * Probabilities of each row of logits: `exp(x_i - max) / sum_j exp(x_j - max)`. The maximum is
 * subtracted so that no exponential overflows.
 *
 * @param logits float32 `[count, classCount]`, row-major
 * @param classCount `1 … 256`
 * @returns float32 `[count, classCount]`, a new array; each row sums to 1
 * @throws {InvalidArgumentError} when the logits are not whole rows
 */
export function softmax(logits: Float32Array, classCount: number): Float32Array {
  requireLogits(logits, classCount);
  const probabilities = new Float32Array(logits.length);
  for (let start = 0; start < logits.length; start += classCount) {
    let maximum = Number.NEGATIVE_INFINITY;
    for (let index = start; index < start + classCount; index++) maximum = Math.max(maximum, logits[index]);
    let sum = 0;
    for (let index = start; index < start + classCount; index++) sum += portableExp(logits[index] - maximum);
    for (let index = start; index < start + classCount; index++) {
      probabilities[index] = portableExp(logits[index] - maximum) / sum;
    }
  }
  return probabilities;
}
