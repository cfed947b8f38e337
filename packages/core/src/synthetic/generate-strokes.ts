import { requireInteger } from '../errors/require-argument.js';
import { drawDigit, type SyntheticSplit } from './draw-digit.js';
import { requireSplit } from './require-split.js';

/** A place on a unit square: x to the right, y down. */
export interface StrokePoint {
  readonly x: number;
  readonly y: number;
}

/** A digit as movements of a pen, to draw it on a canvas. */
export interface DigitStrokes {
  readonly digit: number;
  /** In writing order; each from pen down to pen up, two points or more. */
  readonly strokes: readonly (readonly StrokePoint[])[];
  /** Width of the round pen, in the unit of the points. */
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
 * @throws {InvalidArgumentError} when an option is outside its range
 * @example
 * const { strokes, penWidth } = generateStrokes({ digit: 7, seed: 1, item: 0 });
 */
export function generateStrokes(options: {
  digit: number;
  seed: number;
  item: number;
  split?: SyntheticSplit;
}): DigitStrokes {
  const { digit, seed, item, split = 'training' } = options;
  requireInteger('digit', digit, 0, 9);
  requireInteger('seed', seed, 0, 0xffffffff);
  requireInteger('item', item, 0, 0xffffffff);
  requireSplit(split);

  const { paths, penWidth, bounds } = drawDigit(digit, seed, split, item);
  const longerSide = Math.max(bounds.right - bounds.left, bounds.bottom - bounds.top);
  const scale = INK_SIDE / (longerSide + penWidth);
  const left = 0.5 - (scale * (bounds.left + bounds.right)) / 2;
  const top = 0.5 - (scale * (bounds.top + bounds.bottom)) / 2;
  const strokes = paths.map((path) =>
    Array.from({ length: path.length / 2 }, (_, index) => ({
      x: left + scale * path[2 * index],
      y: top + scale * path[2 * index + 1],
    })),
  );
  return { digit, strokes, penWidth: scale * penWidth };
}
