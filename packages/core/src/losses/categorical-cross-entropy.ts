import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { portableLog } from '../maths/portable-log.js';
import { requireDistributions } from '../metrics/require-probabilities.js';
import { logSumExp } from './log-sum-exp.js';
import { requireLogits } from './require-logits.js';

/** Keras's epsilon: no probability counts as less, nor as more than 1 - epsilon. */
const EPSILON = 1e-7;

/**
 * Mean categorical cross-entropy, `-sum_j target_j log(p_j)`, as Keras computes it: from logits, or from
 * probabilities, which are divided by their sum and then kept within `1e-7 … 1 - 1e-7`.
 *
 * @param outputs `[count, classCount]`, row-major: logits, or with `fromLogits: false` probabilities
 * @param targets `[count, classCount]`, row-major: one-hot or any other distribution, each row sums to 1
 * @param classCount `1 … 256`
 * @param options.fromLogits whether `outputs` are logits. @default true
 * @returns in nats; NaN for no image and for logits that are not numbers
 * @throws {InvalidArgumentError} when outputs and targets are not as many whole rows, a row of targets is
 *   no distribution, or a probability is below 0 or not finite, or all of a row are 0
 * @example
 * import { categoricalCrossEntropy, oneHot } from '@lenet/core';
 *
 * console.log(categoricalCrossEntropy([0.25, 0.75], oneHot([0], 2), 2, { fromLogits: false })); // ln 4
 *
 * Source: keras.ops.categorical_crossentropy, Keras 3.
 */
export function categoricalCrossEntropy(
  outputs: ArrayLike<number>,
  targets: ArrayLike<number>,
  classCount: number,
  { fromLogits = true } = {},
): number {
  const count = requireLogits(outputs, classCount, 'outputs');
  if (targets.length !== outputs.length) {
    throw new InvalidArgumentError({
      argument: 'targets',
      received: targets.length,
      message: `Cross-entropy: expected as many targets as outputs (${outputs.length}), got ${targets.length}.`,
    });
  }
  requireDistributions('targets', targets, classCount);
  let total = 0;
  for (let start = 0; start < outputs.length; start += classCount) {
    const scale = fromLogits ? logSumExp(outputs, start, classCount) : sumOfRow(outputs, start, classCount);
    for (let index = start; index < start + classCount; index++) {
      // A class that is out of the question costs nothing, also where its logit is -Infinity.
      if (targets[index] === 0 && !Number.isNaN(scale)) continue;
      const logProbability = fromLogits
        ? outputs[index] - scale
        : portableLog(Math.min(Math.max(outputs[index] / scale, EPSILON), 1 - EPSILON));
      total -= targets[index] * logProbability;
    }
  }
  return total / count;
}

function sumOfRow(probabilities: ArrayLike<number>, start: number, length: number): number {
  let sum = 0;
  let smallest = 0;
  for (let index = start; index < start + length; index++) {
    sum += probabilities[index];
    smallest = Math.min(smallest, probabilities[index]);
  }
  if (smallest === 0 && sum > 0 && sum < Infinity) return sum;
  throw new InvalidArgumentError({
    argument: 'outputs',
    received: Array.prototype.slice.call(probabilities, start, start + length),
    message: `Cross-entropy: expected finite probabilities of 0 or more with a sum above 0, got a sum of ${sum} and a smallest of ${smallest} in row ${start / length}.`,
  });
}
