import { InvalidArgumentError } from '../errors/invalid-argument-error.js';

/** @throws {InvalidArgumentError} when one of `values` is NaN or infinite */
export function requireNumbers(argument: string, values: ArrayLike<number>): void {
  for (let index = 0; index < values.length; index++) {
    if (Number.isFinite(values[index])) continue;
    throw new InvalidArgumentError({
      argument,
      received: values[index],
      message: `Argument "${argument}[${index}]": expected a finite number, got ${values[index]}.`,
    });
  }
}
