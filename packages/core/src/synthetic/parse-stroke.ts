import { InvalidArgumentError } from '../errors/invalid-argument-error.js';

/** A point that the pen passes, in a unit square: x to the right, y down. */
export interface ControlPoint {
  readonly x: number;
  readonly y: number;
  /** Whether the path turns sharply here. */
  readonly corner: boolean;
}

const POINT = /^(\d{1,3}),(\d{1,3})(!?)$/;

/**
 * Reads one stroke of a `DigitStyle`.
 *
 * @param text e.g. `'18,7 80,7! 44,98'`
 * @throws {InvalidArgumentError} when a point is not of the form `x,y` or `x,y!` in percent, or there
 *   are fewer than two
 */
export function parseStroke(text: string): ControlPoint[] {
  const points = text.split(' ').map((word) => {
    const [, x, y, mark] = POINT.exec(word) ?? [];
    if (mark === undefined || Number(x) > 100 || Number(y) > 100) throw wrongStroke(text, `"${word}"`);
    return { x: Number(x) / 100, y: Number(y) / 100, corner: mark === '!' };
  });
  if (points.length < 2) throw wrongStroke(text, 'one point');
  return points;
}

function wrongStroke(text: string, received: string): InvalidArgumentError {
  return new InvalidArgumentError({
    argument: 'strokes',
    received: text,
    message: `Stroke "${text}": expected two or more points such as "18,7" or "80,7!" in percent (0 to 100), got ${received}.`,
  });
}
