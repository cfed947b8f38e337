import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { requireInteger } from '../errors/require-argument.js';

/**
 * @param classCount @default 2^53, any class
 * @throws {InvalidArgumentError} when one of `classes` is not a whole number from 0 to `classCount - 1`
 */
export function requireClasses(
  argument: string,
  classes: ArrayLike<number>,
  classCount = Number.MAX_SAFE_INTEGER + 1,
): void {
  for (let index = 0; index < classes.length; index++) {
    const value = classes[index];
    // The name is made only where it is needed: 10,000 of them take longer than the metric.
    if (!(Number.isInteger(value) && value >= 0 && value < classCount)) {
      requireInteger(`${argument}[${index}]`, value, 0, classCount - 1);
    }
  }
}

/**
 * @throws {InvalidArgumentError} when there are not as many predictions as labels, or one of them is no
 *   class
 */
export function requirePredictions(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  classCount?: number,
): void {
  if (labels.length !== predictions.length) {
    throw new InvalidArgumentError({
      argument: 'predictions',
      received: predictions.length,
      message: `Metrics: expected as many predictions as labels (${labels.length}), got ${predictions.length}.`,
    });
  }
  requireClasses('labels', labels, classCount);
  requireClasses('predictions', predictions, classCount);
}

/** @throws {InvalidArgumentError} when there is no value */
export function requireSome(argument: string, values: ArrayLike<unknown>): void {
  if (values.length > 0) return;
  throw new InvalidArgumentError({
    argument,
    received: values,
    message: `Argument "${argument}": expected at least 1 value, got none.`,
  });
}
