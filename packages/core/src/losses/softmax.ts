import { requirePositive } from '../errors/require-argument.js';
import { portableExp } from '../maths/portable-exp.js';
import { requireLogits } from './require-logits.js';

/**
 * Probabilities of each row of logits: `exp((x_i - max) / T) / sum_j exp((x_j - max) / T)`. The maximum
 * is subtracted so that no exponential overflows.
 *
 * @param logits float32 `[count, classCount]`, row-major
 * @param classCount `1 … 256`
 * @param options.temperature T, above 0: more evens the probabilities out; see `fitTemperature`. @default 1
 * @returns float32 `[count, classCount]`, a new array; each row sums to 1
 * @throws {InvalidArgumentError} when the logits are not whole rows, or the temperature is not above 0
 * @example
 * import { softmax } from '@lenet/core';
 *
 * console.log(softmax(Float32Array.of(0, 0, 9, 9), 2)); // Float32Array [0.5, 0.5, 0.5, 0.5]
 */
export function softmax(logits: Float32Array, classCount: number, { temperature = 1 } = {}): Float32Array {
  requireLogits(logits, classCount);
  requirePositive('temperature', temperature);
  const probabilities = new Float32Array(logits.length);
  for (let start = 0; start < logits.length; start += classCount) {
    let maximum = Number.NEGATIVE_INFINITY;
    for (let index = start; index < start + classCount; index++) maximum = Math.max(maximum, logits[index]);
    let sum = 0;
    const power = (index: number) => portableExp((logits[index] - maximum) / temperature);
    for (let index = start; index < start + classCount; index++) sum += power(index);
    for (let index = start; index < start + classCount; index++) probabilities[index] = power(index) / sum;
  }
  return probabilities;
}
