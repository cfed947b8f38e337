import { InvalidArgumentError } from '../errors/invalid-argument-error.js';

/** @throws {InvalidArgumentError} when `value` is none of `choices` */
export function requireChoice(argument: string, value: string, choices: readonly string[]): void {
  if (choices.includes(value)) return;
  throw new InvalidArgumentError({
    argument,
    received: value,
    message: `Argument "${argument}": expected ${choices.map((choice) => `"${choice}"`).join(' or ')}, got ${JSON.stringify(value)}.`,
  });
}
