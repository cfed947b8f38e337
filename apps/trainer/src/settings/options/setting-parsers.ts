// Texts of the command line. Help loads this, so that it needs nothing but commander.
import { InvalidArgumentError } from 'commander';

/** Parser that takes a word too, such as `none`. */
export function orWord<Word extends string, Value>(
  word: Word,
  parse: (text: string) => Value,
): (text: string) => Value | Word {
  return (text) => {
    if (text === word) return word;
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof InvalidArgumentError)) throw error;
      throw new InvalidArgumentError(`${error.message.replace(/\.$/, '')}, or "${word}".`);
    }
  };
}

const secondsOf = { h: 3600, m: 60, s: 1 } as const;

/** Parser of a time with units, such as `90s`, `10m`, `1.5h` or `1h30m`; the result is in seconds. */
export function durationOption(text: string): number {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)([hms])/g)];
  const isWhole = parts.map(([part]) => part).join('') === text;
  const seconds = parts.reduce(
    (sum, [, number, unit]) => sum + Number(number) * secondsOf[unit as keyof typeof secondsOf],
    0,
  );
  if (isWhole && seconds > 0) return seconds;
  throw new InvalidArgumentError('Expected a time with its unit, such as 90s, 10m, 1.5h or 1h30m.');
}

/** A time as `durationOption` takes it: 5400 is `1h30m`. */
export function durationArgument(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const parts = [
    [Math.floor(minutes / 60), 'h'],
    [minutes % 60, 'm'],
    [Number((seconds % 60).toFixed(3)), 's'],
  ] as const;
  return parts.flatMap(([number, unit]) => (number === 0 ? [] : [`${number}${unit}`])).join('');
}

/** Names are as in the file; a parser for those that others call otherwise. */
export function choiceOption<Name extends string>(
  names: readonly Name[],
  otherNames: Readonly<Record<string, Name>>,
): (text: string) => Name {
  return (text) => {
    const name = names.find((known) => known === text);
    const meant = name ?? (Object.hasOwn(otherNames, text) ? otherNames[text] : undefined);
    if (meant) return meant;
    throw new InvalidArgumentError(`Allowed choices are ${names.join(', ')}.`);
  };
}
