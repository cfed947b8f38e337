import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { requireInteger } from '../errors/require-argument.js';

/**
 * @param logits `[count, classCount]`, row-major
 * @param classCount `1 … 256`: classes are kept as bytes
 * @returns `count`
 * @throws {InvalidArgumentError} when the logits are not whole rows
 */
export function requireLogits(logits: ArrayLike<number>, classCount: number): number {
  requireInteger('classCount', classCount, 1, 256);
  if (logits.length % classCount === 0) return logits.length / classCount;
  throw new InvalidArgumentError({
    argument: 'logits',
    received: logits.length,
    message: `Logits: expected a multiple of ${classCount}, one value for each class of each image, got ${logits.length} values.`,
  });
}
