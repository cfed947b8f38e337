import { InvalidArgumentError } from 'commander';

/**
 * Parser of a whole number for commander.
 *
 * @param range.minimum smallest value allowed
 * @param range.maximum largest value allowed. @default 2^53 - 1
 */
export function integerOption(range: { minimum: number; maximum?: number }): (text: string) => number {
  const { minimum, maximum = Number.MAX_SAFE_INTEGER } = range;
  const expected =
    maximum === Number.MAX_SAFE_INTEGER ? `of ${minimum} or more` : `from ${minimum} to ${maximum}`;
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= minimum && value <= maximum) return value;
    throw new InvalidArgumentError(`Expected a whole number ${expected}.`);
  };
}

/** Parser of a finite number above 0, such as 0.001 or 1e-3. */
export function positiveOption(text: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError('Expected a number above 0, such as 0.001 or 1e-3.');
}

/** Parser of a path, or of the name of a source of data. */
export function pathOption(text: string): string {
  if (text.trim() !== '') return text;
  throw new InvalidArgumentError('Expected a path, got an empty text.');
}

/** Parser of the name of a folder that is to be made. */
export function nameOption(text: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(text)) return text;
  throw new InvalidArgumentError(
    'Expected 1 to 100 letters, digits, ".", "_" or "-", beginning with a letter or digit.',
  );
}

/** Parser of the name of a model, as a manifest holds it. */
export function modelNameOption(text: string): string {
  if (/^[a-z0-9][a-z0-9.-]{0,99}$/.test(text)) return text;
  throw new InvalidArgumentError(
    'Expected 1 to 100 lower-case letters, digits, "." or "-", beginning with a letter or digit.',
  );
}

/** Parser of a semantic version. */
export function versionOption(text: string): string {
  if (/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(text)) return text;
  throw new InvalidArgumentError('Expected a version such as 1.0.0 or 1.0.0-rc.1.');
}
