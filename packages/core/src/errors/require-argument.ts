import { InvalidArgumentError } from './invalid-argument-error.js';

/**
 * Checks an argument. For those who write a learner or classifier.
 *
 * @param minimum smallest value allowed
 * @param maximum largest value allowed. @default 2^53 - 1
 * @throws {InvalidArgumentError} when `value` is not a whole number in that range
 * @example
 * import { requireInteger } from '@lenet/core/training';
 *
 * requireInteger('threads', 2, 1, 8); // nothing to complain about
 */
export function requireInteger(
  argument: string,
  value: number,
  minimum: number,
  maximum = Number.MAX_SAFE_INTEGER,
): void {
  if (Number.isInteger(value) && value >= minimum && value <= maximum) return;
  const range =
    maximum === Number.MAX_SAFE_INTEGER ? `of ${minimum} or more` : `from ${minimum} to ${maximum}`;
  throw new InvalidArgumentError({
    argument,
    received: value,
    message: `Argument "${argument}": expected a whole number ${range}, got ${value}.`,
  });
}

/** @throws {InvalidArgumentError} when `value` is not finite or not above 0 */
export function requirePositive(argument: string, value: number): void {
  if (Number.isFinite(value) && value > 0) return;
  throw new InvalidArgumentError({
    argument,
    received: value,
    message: `Argument "${argument}": expected a number above 0, got ${value}.`,
  });
}
