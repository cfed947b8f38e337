import { portableExp } from '../maths/portable-exp.js';
import { portableLog } from '../maths/portable-log.js';
import { createKeyedRandom, type KeyedRandom } from '../random/keyed-random.js';
import type { DigitStyle } from './digit-style.js';
import { drawPressure } from './draw-pressure.js';
import { varyStrokes } from './vary-strokes.js';

/** Which set a digit is for; the two never share a draw. */
export type SyntheticSplit = 'training' | 'test';

/** Which digit: with its style, all that decides it. */
export interface DigitKey {
  readonly seed: number;
  readonly split: SyntheticSplit;
  readonly item: number;
}

/** A digit as the pen wrote it, at any place and of any size. */
export interface DrawnDigit {
  /** One path `[x0, y0, x1, y1, …]` per stroke; y goes down. */
  readonly paths: readonly number[][];
  /** In the unit of the paths. */
  readonly penWidth: number;
  /** For each path one number per point: the width of the piece that ends there, relative to `penWidth`. */
  readonly widths: readonly number[][];
  /** The rectangle around the ink. */
  readonly bounds: Bounds;
}

interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pen widths relative to the longer side of the path. */
const HAIRLINE = 0.03;
const THIN_PEN = 0.065;
/** In percent, of styles that say nothing. */
const USUAL_THICKEST_PEN = 24;
/** How often the pen is between a hairline and a thin one. */
const HAIRLINE_PROBABILITY = 0.15;
/** What the pen of a style is at least allowed, however narrow it is written. */
const LEAST_THICKEST_PEN = 0.09;
/** How often somebody takes a pen that is too thick for the loops, and how thick it is at most. */
const HEAVY_PROBABILITY = 0.12;
const HEAVY_PEN = 0.17;

/** The random numbers of one part of a digit. */
export function randomFor(part: string, { seed, split, item }: DigitKey): KeyedRandom {
  return createKeyedRandom({ seed, purpose: `synthetic/${split}/${part}`, item });
}

/** Writes a digit in a style: a pure function of its arguments. */
export function drawDigit(style: DigitStyle, key: DigitKey): DrawnDigit {
  const { paths, aspect } = varyStrokes(style, randomFor('shape', key));
  const pen = randomFor('pen', key);
  const penWidth = drawPenWidth(style, aspect, pen) * longerSideOf(paths);
  const widths = drawPressure(paths, pen);
  return { paths, penWidth, widths, bounds: inkBounds(paths, widths, penWidth) };
}

/** @param position in `[0, 1)`: where in the sum of the weights */
export function chooseStyle(styles: readonly DigitStyle[], position: number): DigitStyle {
  const total = styles.reduce((sum, style) => sum + style.weight, 0);
  let rest = position * total;
  return styles.find((style) => {
    rest -= style.weight;
    return rest < 0;
  }) as DigitStyle;
}

/** Relative to the longer side of the digit; each ratio of two widths is as likely anywhere in the range. */
function drawPenWidth(style: DigitStyle, aspect: number, random: KeyedRandom): number {
  // A loop of a narrow digit is narrow as well.
  const bearable = ((style.thickestPen ?? USUAL_THICKEST_PEN) / 100) * Math.min(1, aspect);
  const isHeavy = random.nextUniform() < HEAVY_PROBABILITY;
  const thickest = Math.max(isHeavy ? HEAVY_PEN : LEAST_THICKEST_PEN, bearable);
  const isHairline = random.nextUniform() < HAIRLINE_PROBABILITY;
  const position = random.nextUniform();
  if (style.thinnestPen !== undefined) return between(style.thinnestPen / 100, thickest, position);
  return isHairline ? between(HAIRLINE, THIN_PEN, position) : between(THIN_PEN, thickest, position);
}

function between(from: number, to: number, position: number): number {
  return portableExp(portableLog(from) + position * (portableLog(to) - portableLog(from)));
}

function longerSideOf(paths: readonly number[][]): number {
  const { left, top, right, bottom } = inkBounds(paths, paths, 0); // a pen of no width
  return Math.max(right - left, bottom - top);
}

function inkBounds(paths: readonly number[][], widths: readonly number[][], penWidth: number): Bounds {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const [stroke, path] of paths.entries()) {
    for (let index = 2; index < path.length; index += 2) {
      const radius = (penWidth * widths[stroke][index >> 1]) / 2;
      left = Math.min(left, path[index - 2] - radius, path[index] - radius);
      right = Math.max(right, path[index - 2] + radius, path[index] + radius);
      top = Math.min(top, path[index - 1] - radius, path[index + 1] - radius);
      bottom = Math.max(bottom, path[index - 1] + radius, path[index + 1] + radius);
    }
  }
  return { left, top, right, bottom };
}
