/**
 * One way to write a digit, as data: the path of the pen and how often people write it so.
 *
 * To add a style, add one of these to the file of its digit in `styles/`, and look at it with
 * `lenet data synth --sheet`.
 *
 * @example
 * import type { DigitStyle } from '@lenet/core/synthetic';
 *
 * const crossed: DigitStyle = {
 *   name: 'crossed',
 *   family: 'crossed seven',
 *   weight: 2,
 *   strokes: ['18,7 80,7! 44,98', '32,50 72,47'], // a sharp corner, and a second stroke
 * };
 * console.log(crossed.strokes.length); // 2
 */
export interface DigitStyle {
  /** What is special about it; unique within a digit. */
  readonly name: string;
  /** Styles that share what sets them apart are left out together. @default the plain ways to write the digit */
  readonly family?: string;
  /** How often it is drawn, relative to the other styles of the digit. */
  readonly weight: number;
  /**
   * The strokes in writing order. A stroke is a list of `x,y` points in percent of a square, x to the
   * right and y down, joined by a smooth curve; `!` after a point makes it a sharp corner.
   */
  readonly strokes: readonly string[];
  /**
   * The thickest pen that leaves its loops and gaps open, in percent of its longer side.
   * @default 24
   */
  readonly thickestPen?: number;
  /** The thinnest pen, likewise. @default a hairline */
  readonly thinnestPen?: number;
  /**
   * The largest part of the usual slant and rotation that it bears before it reads as another digit.
   * @default 1
   */
  readonly slant?: number;
  /**
   * The widest that it bears before it reads as another digit, relative to its skeleton.
   * @default as wide as people write
   */
  readonly widest?: number;
}
