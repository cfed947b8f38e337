import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { DigitStyle } from './digit-style.js';
import { digitStyles } from './styles/digit-styles.js';

/** The families of styles, each once, in the order of the digits. */
export function styleFamilies(): string[] {
  return [...new Set(digitStyles.flat().flatMap(({ family }) => family ?? []))];
}

/**
 * The styles of each digit without those of some families.
 *
 * @throws {InvalidArgumentError} when there is no such family
 */
export function stylesWithout(families: readonly string[]): readonly (readonly DigitStyle[])[] {
  if (families.length === 0) return digitStyles;
  const known = styleFamilies();
  const unknown = families.find((family) => !known.includes(family));
  if (unknown !== undefined) {
    throw new InvalidArgumentError({
      argument: 'without',
      received: unknown,
      message: `Argument "without": expected families of styles, got ${JSON.stringify(unknown)}. There are: ${known.join(', ')}.`,
    });
  }
  return digitStyles.map((styles) =>
    styles.filter(({ family }) => family === undefined || !families.includes(family)),
  );
}

/**
 * A style of a digit by its name.
 *
 * @throws {InvalidArgumentError} when the digit has no such style
 */
export function findStyle(digit: number, name: string): DigitStyle {
  const found = digitStyles[digit].find((style) => style.name === name);
  if (found) return found;
  const names = digitStyles[digit].map((style) => style.name);
  throw new InvalidArgumentError({
    argument: 'style',
    received: name,
    message: `Argument "style": expected a style of ${digit}, got ${JSON.stringify(name)}. There are: ${names.join('; ')}.`,
  });
}
