import { requireInteger } from '../errors/require-argument.js';
import { findStyle } from './choose-styles.js';
import { chooseStyle, drawDigit, randomFor, type SyntheticSplit } from './draw-digit.js';
import { requireSplit } from './require-split.js';
import { digitStyles } from './styles/digit-styles.js';

/** A place on a unit square: x to the right, y down. */
export interface StrokePoint {
  readonly x: number;
  readonly y: number;
  /** How hard the pen is pressed: the width of the piece that ends here, relative to the pen's. */
  readonly pressure: number;
}

/** A digit as movements of a pen, to draw it on a canvas. */
export interface DigitStrokes {
  readonly digit: number;
  /** Name of the style. */
  readonly style: string;
  /** In writing order; each from pen down to pen up, two points or more. */
  readonly strokes: readonly (readonly StrokePoint[])[];
  /** Width of the round pen at pressure 1, in the unit of the points. */
  readonly penWidth: number;
}

/** Longer side of the ink, so that a margin stays around it. */
const INK_SIDE = 0.7;

/**
 * The strokes of one synthetic digit, centred in a unit square, its ink 0.7 wide or high.
 *
 * With the label that `generateDigits` gives to an item these are the strokes of that very image.
 *
 * @param options.digit `0 … 9`
 * @param options.seed uint32
 * @param options.item uint32: which of the digits of this seed
 * @param options.split which of the two sets the item is in. @default 'training'
 * @param options.style name of a style of the digit. @default one drawn by weight, as `generateDigits` does
 * @throws {InvalidArgumentError} when an option is outside its range, or there is no such style
 * @example
 * const { strokes, penWidth } = generateStrokes({ digit: 7, seed: 1, item: 0 });
 */
export function generateStrokes(options: {
  digit: number;
  seed: number;
  item: number;
  split?: SyntheticSplit;
  style?: string;
}): DigitStrokes {
  const { digit, seed, item, split = 'training' } = options;
  requireInteger('digit', digit, 0, 9);
  requireInteger('seed', seed, 0, 0xffffffff);
  requireInteger('item', item, 0, 0xffffffff);
  requireSplit(split);

  const key = { seed, split, item };
  const style =
    options.style === undefined
      ? chooseStyle(digitStyles[digit], randomFor('style', key).nextUniform())
      : findStyle(digit, options.style);
  const { paths, widths, penWidth, bounds } = drawDigit(style, key);
  const scale = INK_SIDE / Math.max(bounds.right - bounds.left, bounds.bottom - bounds.top);
  const left = 0.5 - (scale * (bounds.left + bounds.right)) / 2;
  const top = 0.5 - (scale * (bounds.top + bounds.bottom)) / 2;
  const strokes = paths.map((path, stroke) =>
    widths[stroke].map((pressure, index) => ({
      x: left + scale * path[2 * index],
      y: top + scale * path[2 * index + 1],
      pressure,
    })),
  );
  return { digit, style: style.name, strokes, penWidth: scale * penWidth };
}
