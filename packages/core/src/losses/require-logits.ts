import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { requireInteger } from '../errors/require-argument.js';
import { requireClasses } from '../metrics/require-classes.js';

/**
 * @param logits `[count, classCount]`, row-major
 * @param classCount `1 … 256`: classes are kept as bytes
 * @param argument what the caller calls them. @default 'logits'
 * @returns `count`
 * @throws {InvalidArgumentError} when the logits are not whole rows
 */
export function requireLogits(logits: ArrayLike<number>, classCount: number, argument = 'logits'): number {
  requireInteger('classCount', classCount, 1, 256);
  if (logits.length % classCount === 0) return logits.length / classCount;
  throw new InvalidArgumentError({
    argument,
    received: logits.length,
    message: `${argument[0].toUpperCase()}${argument.slice(1)}: expected a multiple of ${classCount}, one value for each class of each image, got ${logits.length} values.`,
  });
}

/**
 * @param title what is computed, for the message
 * @param logits `[count, classCount]`, row-major
 * @param labels `[count]`, each `0 … classCount - 1`
 * @returns `count`
 * @throws {InvalidArgumentError} when the logits are not whole rows, there is not one label for each, or a
 *   label is not below `classCount`
 */
export function requireLabels(
  title: string,
  logits: ArrayLike<number>,
  labels: ArrayLike<number>,
  classCount: number,
  argument = 'logits',
): number {
  const count = requireLogits(logits, classCount, argument);
  if (labels.length !== count) {
    throw new InvalidArgumentError({
      argument: 'labels',
      received: labels.length,
      message: `${title}: expected ${count} labels for ${logits.length} ${argument} of ${classCount} classes, got ${labels.length}.`,
    });
  }
  requireClasses('labels', labels, classCount);
  return count;
}
