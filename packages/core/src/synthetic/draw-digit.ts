import { portableExp } from '../maths/portable-exp.js';
import { portableLog } from '../maths/portable-log.js';
import { createKeyedRandom } from '../random/keyed-random.js';
import type { DigitStyle } from './digit-style.js';
import { digitStyles } from './styles/digit-styles.js';
import { varyStrokes } from './vary-strokes.js';

/** Which set a digit is for; the two never share a draw. */
export type SyntheticSplit = 'training' | 'test';

/** A digit as the pen wrote it, at any place and of any size. */
export interface DrawnDigit {
  /** One path `[x0, y0, x1, y1, …]` per stroke; y goes down. */
  readonly paths: readonly number[][];
  /** In the unit of the paths. */
  readonly penWidth: number;
  /** The rectangle around the paths; the ink goes half a pen further. */
  readonly bounds: Bounds;
}

interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pen widths relative to the longer side of the digit. */
const THINNEST_PEN = 0.075;
const THICKEST_PEN = 0.24;

/** Writes the digit of one item: a pure function of its arguments. */
export function drawDigit(digit: number, seed: number, split: SyntheticSplit, item: number): DrawnDigit {
  const randomFor = (part: string) =>
    createKeyedRandom({ seed, purpose: `synthetic/${split}/${part}`, item });
  const style = chooseStyle(digitStyles[digit], randomFor('style').nextUniform());
  const { paths, aspect } = varyStrokes(style, randomFor('shape'));
  const bounds = boundsOf(paths);
  const longerSide = Math.max(bounds.right - bounds.left, bounds.bottom - bounds.top);
  // A loop of a narrow digit is narrow as well.
  const thickest = Math.min(THICKEST_PEN, ((style.thickestPen ?? 24) / 100) * Math.min(1, aspect));
  const logarithm =
    portableLog(THINNEST_PEN) +
    randomFor('pen').nextUniform() * (portableLog(thickest) - portableLog(THINNEST_PEN));
  return { paths, penWidth: portableExp(logarithm) * longerSide, bounds };
}

/** @param position in `[0, 1)`: where in the sum of the weights */
function chooseStyle(styles: readonly DigitStyle[], position: number): DigitStyle {
  const total = styles.reduce((sum, style) => sum + style.weight, 0);
  let rest = position * total;
  return styles.find((style) => {
    rest -= style.weight;
    return rest < 0;
  }) as DigitStyle;
}

function boundsOf(paths: readonly number[][]): Bounds {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const path of paths) {
    for (let index = 0; index < path.length; index += 2) {
      left = Math.min(left, path[index]);
      right = Math.max(right, path[index]);
      top = Math.min(top, path[index + 1]);
      bottom = Math.max(bottom, path[index + 1]);
    }
  }
  return { left, top, right, bottom };
}
