import { portableExp } from '../maths/portable-exp.js';
import { portableCos, portableSin } from '../maths/portable-trigonometry.js';
import type { KeyedRandom } from '../random/keyed-random.js';
import type { DigitStyle } from './digit-style.js';
import { nextNormal } from './next-normal.js';
import { type ControlPoint, parseStroke } from './parse-stroke.js';
import { smoothPath } from './smooth-path.js';
import { thinOut, tremble } from './unsteady-hand.js';

/** SD of the logarithm of how careless a writer is, a factor of all other shifts and bends of strokes. */
const CARELESSNESS_DEVIATION = 0.36;
/** SD of the shift of a control point. All lengths are in units of the square of the styles. */
const POINT_DEVIATION = 0.026;
/** SD of the shift of a whole stroke, and of the change of its size. */
const STROKE_DEVIATION = 0.02;
/** SD of what an end of a stroke is too long or too short. */
const END_DEVIATION = 0.04;
/** How often a stroke ends in a hook, and the hook's length. */
const HOOK_PROBABILITY = 0.12;
const HOOK_LENGTH = 0.07;
/** SD of the coefficients of the bending: at the edge of the square, 0.25 to 0.5 times that. */
const BEND_DEVIATION = 0.18;
/** SD of the logarithm of width / height. */
const ASPECT_DEVIATION = 0.22;
/** Narrower, and the bar of a seven and the loops of an eight are gone. */
const NARROWEST_ASPECT = 0.66;
/** Horizontal shift per height: people lean to the right. */
const SLANT_MEAN = 0.12;
const SLANT_DEVIATION = 0.2;
/** In radians: 7 degrees. */
const ROTATION_DEVIATION = 0.122;
/** How often a hand trembles, and the largest SD of the shift of each point of the path. */
const TREMOR_PROBABILITY = 0.2;
const MOST_TREMOR = 0.012;
/** How often only some points of the path are kept, joined by straight lines. */
const COARSE_PROBABILITY = 0.12;
const MOST_POINTS_APART = 4;
/** Each pass rounds corners by about the length of one piece of the path. */
const MOST_SMOOTHING_PASSES = 3;

/** Paths `[x0, y0, x1, y1, …]` of the strokes of a digit, at any place and of any size. */
export interface VariedStrokes {
  readonly paths: readonly number[][];
  /** Width of this digit, relative to its style. */
  readonly aspect: number;
}

/** One person's rendering of a style: its points shaken, its curves bent, slanted and turned. */
export function varyStrokes(style: DigitStyle, random: KeyedRandom): VariedStrokes {
  const carelessness = portableExp(CARELESSNESS_DEVIATION * nextNormal(random));
  const smoothingPasses = random.nextBelow(MOST_SMOOTHING_PASSES + 1);
  const drawnAspect = Math.max(NARROWEST_ASPECT, portableExp(ASPECT_DEVIATION * nextNormal(random)));
  const aspect = Math.min(style.widest ?? Infinity, drawnAspect);
  const transform = drawTransform(style, aspect, carelessness, random);
  const everyPoint = drawPointInterval(random);
  const tremor = random.nextUniform() < TREMOR_PROBABILITY ? MOST_TREMOR * random.nextUniform() : 0;
  const paths = parsedStrokes(style).map((points) => {
    const path = smoothPath(shakeStroke(points, carelessness, random));
    for (let pass = 0; pass < smoothingPasses; pass++) smoothOnce(path);
    if (tremor > 0) tremble(path, tremor, random);
    transform(path);
    return thinOut(path, everyPoint);
  });
  return { paths, aspect };
}

/** Of how many points of the path one is kept: a screen loses points where the pen is fast. */
function drawPointInterval(random: KeyedRandom): number {
  const isCoarse = random.nextUniform() < COARSE_PROBABILITY;
  return isCoarse ? 2 + random.nextBelow(MOST_POINTS_APART - 1) : 1;
}

const parsed = new WeakMap<DigitStyle, readonly (readonly ControlPoint[])[]>();

/** Read once: to read the text takes as long as to draw the digit. */
function parsedStrokes(style: DigitStyle): readonly (readonly ControlPoint[])[] {
  const known = parsed.get(style);
  if (known) return known;
  const strokes = style.strokes.map(parseStroke);
  parsed.set(style, strokes);
  return strokes;
}

function shakeStroke(
  points: readonly ControlPoint[],
  carelessness: number,
  random: KeyedRandom,
): ControlPoint[] {
  const spread = STROKE_DEVIATION * carelessness;
  const shiftX = spread * nextNormal(random);
  const shiftY = spread * nextNormal(random);
  const scale = 1 + 2 * spread * nextNormal(random);
  const centre = points[points.length >> 1];
  const shaken = points.map(({ x, y, corner }) => ({
    x: centre.x + scale * (x - centre.x) + shiftX + POINT_DEVIATION * carelessness * nextNormal(random),
    y: centre.y + scale * (y - centre.y) + shiftY + POINT_DEVIATION * carelessness * nextNormal(random),
    corner,
  }));
  const last = shaken.length - 1;
  const start = lengthen(shaken[1], shaken[0], END_DEVIATION * carelessness * nextNormal(random));
  shaken[0] = start;
  const end = lengthen(shaken[last - 1], shaken[last], END_DEVIATION * carelessness * nextNormal(random));
  shaken[last] = end;
  if (random.nextUniform() < HOOK_PROBABILITY) {
    shaken[last] = { ...end, corner: true };
    shaken.push(hookAfter(shaken[last - 1], end, random));
  }
  return shaken;
}

/** `end`, moved by `length` away from `inner`. */
function lengthen(inner: ControlPoint, end: ControlPoint, length: number): ControlPoint {
  const factor = length / distance(inner, end);
  return { ...end, x: end.x + factor * (end.x - inner.x), y: end.y + factor * (end.y - inner.y) };
}

/** Where the pen goes when it is lifted late: back, to one of the two sides. */
function hookAfter(inner: ControlPoint, end: ControlPoint, random: KeyedRandom): ControlPoint {
  const turn = (random.nextBelow(2) === 0 ? 1 : -1) * (1.6 + random.nextUniform());
  const factor = (HOOK_LENGTH * (0.5 + random.nextUniform())) / distance(inner, end);
  const x = factor * (end.x - inner.x);
  const y = factor * (end.y - inner.y);
  const cos = portableCos(turn);
  const sin = portableSin(turn);
  return { x: end.x + cos * x - sin * y, y: end.y + sin * x + cos * y, corner: false };
}

/** Never 0, so that two points on each other do not make a stroke infinite. */
function distance(a: ControlPoint, b: ControlPoint): number {
  const dx = a.x - b.x;
  const dy = a.y - b.y;
  return Math.max(0.02, Math.sqrt(dx * dx + dy * dy));
}

/** Replaces each inner point by the mean (1, 2, 1) of itself and its neighbours. */
function smoothOnce(path: number[]): void {
  let [previousX, previousY] = path;
  for (let index = 2; index < path.length - 2; index += 2) {
    const x = path[index];
    const y = path[index + 1];
    path[index] = (previousX + 2 * x + path[index + 2]) / 4;
    path[index + 1] = (previousY + 2 * y + path[index + 3]) / 4;
    previousX = x;
    previousY = y;
  }
}

/** Bends by a random polynomial of degree 3, then stretches, slants and turns about the middle. */
function drawTransform(
  style: DigitStyle,
  aspect: number,
  carelessness: number,
  random: KeyedRandom,
): (path: number[]) => void {
  const bend = Array.from({ length: 10 }, () => BEND_DEVIATION * carelessness * nextNormal(random));
  const lean = style.slant ?? 1;
  const slant = lean * (SLANT_MEAN + SLANT_DEVIATION * nextNormal(random));
  const angle = lean * ROTATION_DEVIATION * nextNormal(random);
  const cos = portableCos(angle);
  const sin = portableSin(angle);
  return (path) => {
    for (let index = 0; index < path.length; index += 2) {
      const u = path[index] - 0.5;
      const v = path[index + 1] - 0.5;
      const cubeU = 2 * u * u * u;
      const cubeV = 2 * v * v * v;
      const bentU =
        u + bend[0] * u * u + bend[1] * u * v + bend[2] * v * v + bend[3] * cubeU + bend[4] * cubeV;
      const bentV =
        v + bend[5] * u * u + bend[6] * u * v + bend[7] * v * v + bend[8] * cubeU + bend[9] * cubeV;
      const x = aspect * bentU - slant * bentV;
      path[index] = cos * x - sin * bentV;
      path[index + 1] = sin * x + cos * bentV;
    }
  };
}
