import { InvalidArgumentError } from '../errors/invalid-argument-error.js';

/** @throws {InvalidArgumentError} when there are not as many predictions as labels */
export function requireSameLength(labels: ArrayLike<number>, predictions: ArrayLike<number>): void {
  if (labels.length === predictions.length) return;
  throw new InvalidArgumentError({
    argument: 'predictions',
    received: predictions.length,
    message: `Metrics: expected as many predictions as labels (${labels.length}), got ${predictions.length}.`,
  });
}
