import { InvalidArgumentError } from '../errors/invalid-argument-error.js';

/** @throws {InvalidArgumentError} when `value` is not a number from 0 to 1 */
export function requireShare(argument: string, value: number): void {
  if (value >= 0 && value <= 1) return;
  throw new InvalidArgumentError({
    argument,
    received: value,
    message: `Argument "${argument}": expected a number from 0 to 1, got ${value}.`,
  });
}

/** @throws {InvalidArgumentError} when `value` is not above 0 and below 1 */
export function requireOpenShare(argument: string, value: number): void {
  if (value > 0 && value < 1) return;
  throw new InvalidArgumentError({
    argument,
    received: value,
    message: `Argument "${argument}": expected a number above 0 and below 1, got ${value}.`,
  });
}
