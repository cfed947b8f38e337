import { cellMeans } from './cell-means.js';
import { hasFewDots } from './few-dots.js';
import { fitSurface } from './fit-surface.js';
import { type Grid, interpolateGrid } from './grid.js';

/** Most cells along the shorter side of the picture: to see whether the light is even at all. */
const COARSE_CELLS = 32;
/** To follow the edges of shadows. */
const FINE_CELLS = 128;
/** Share of the shorter side that is closed over to each side: a stroke may be twice as wide. */
const REACH = 0.1;
/** The same, to see whether the light is even: a digit that fills the picture has wider ones. */
const COARSE_REACH = 0.25;
/** Of 255: a paper whose brightness varies by less is evenly lit, and the picture is left as it is. */
const LEAST_VARIATION = 16;
/**
 * Light that varies by less than this leaves open which side of the paper the ink is on: then only a picture whose
 * paper varies by next to nothing on one of them is evenly lit.
 */
const GENTLE_VARIATION = 64;
const NO_VARIATION = 4;
/** Pictures of fewer dots along the shorter side are no photographs; a stroke may cover whole parts of them. */
const LEAST_SIDE = 48;

/**
 * Takes uneven light out of a photograph of paper: a lamp at one side, darker corners, shadows. Slow
 * changes are a quadratic surface, fitted so that ink does not count; what is left of the paper, edges of
 * shadows too, is what remains where all strokes are closed over (dark ink) or opened (light ink). The
 * picture is then made as bright everywhere as the paper is in its middle.
 *
 * A picture whose paper is even, a drawing on a canvas say, comes back unchanged.
 *
 * Source: Serra, "Image Analysis and Mathematical Morphology", 1982: closing as an estimate of the
 * background.
 *
 * @param grey brightness, 0 … 255, `[height, width]`
 * @param polarity which side of the paper the ink is on, where it is known
 * @returns null where the light is even; else the even picture, and whether the ink is darker than paper
 */
export function evenLight(
  grey: Float32Array,
  width: number,
  height: number,
  polarity: 'dark' | 'light' | undefined,
): { grey: Float32Array; isDark: boolean } | null {
  if (Math.min(width, height) < LEAST_SIDE) return null;
  const shorter = Math.min(width, height);
  const coarse = cellMeans(grey, width, height, Math.ceil(shorter / COARSE_CELLS));
  const sides = [variation(close(coarse, COARSE_REACH)), variation(open(coarse, COARSE_REACH))];
  const isGentle = Math.max(...sides) < GENTLE_VARIATION && Math.max(...sides) >= LEAST_VARIATION;
  if (Math.min(...sides) < (isGentle ? NO_VARIATION : LEAST_VARIATION)) return null;
  if (hasFewDots(grey, width, height, LEAST_SIDE)) return null;
  const side = Math.ceil(shorter / FINE_CELLS);
  const means = cellMeans(grey, width, height, side);
  const surface = fitSurface(means);
  const flat = combine(means, surface, (mean, slow) => mean - slow);
  const isDark = polarity === undefined ? isInkDark(flat) : polarity === 'dark';
  const [fill, nearer] = isDark ? ([close, smaller] as const) : ([open, larger] as const);
  const sloping = combine(fill(flat), surface, (rest, slow) => rest + slow);
  // Beside a shadow the surface bends, and what was filled is too bright; what is filled without it is not.
  const paper = combine(sloping, fill(means), (a, b) => Math.max(1, nearer(a, b)));
  const level = paper.values.slice().sort()[paper.values.length >> 1];
  const even = new Float32Array(grey.length);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const pixel = row * width + column;
      const light = interpolateGrid(paper, (row + 0.5) / side - 0.5, (column + 0.5) / side - 0.5);
      // Light is multiplied with what it falls on; what a dark board sends back is mostly its gloss, added.
      even[pixel] = isDark ? (grey[pixel] * level) / light : grey[pixel] - light + level;
    }
  }
  return { grey: even, isDark };
}

const larger = (a: number, b: number) => Math.max(a, b);
const smaller = (a: number, b: number) => Math.min(a, b);

const close = (grid: Grid, reach = REACH) => aroundEach(aroundEach(grid, reach, larger), reach, smaller);
const open = (grid: Grid, reach = REACH) => aroundEach(aroundEach(grid, reach, smaller), reach, larger);

/** What is made of all cells within reach, their largest value say: along rows, then along columns. */
function aroundEach(
  { values, rows, columns }: Grid,
  share: number,
  join: (a: number, b: number) => number,
): Grid {
  const result = values.slice();
  const reach = Math.ceil(share * Math.min(rows, columns));
  for (let row = 0; row < rows; row++) alongLine(result, row * columns, 1, columns, reach, join);
  for (let column = 0; column < columns; column++) {
    alongLine(result, column, columns, rows, reach, join);
  }
  return { values: result, rows, columns };
}

function alongLine(
  values: Float64Array,
  start: number,
  step: number,
  length: number,
  reach: number,
  join: (a: number, b: number) => number,
): void {
  const line = Float64Array.from({ length }, (_, cell) => values[start + cell * step]);
  for (let cell = 0; cell < length; cell++) {
    const end = Math.min(length, cell + reach + 1);
    let joined = line[Math.max(0, cell - reach)];
    for (let other = Math.max(0, cell - reach) + 1; other < end; other++) joined = join(joined, line[other]);
    values[start + cell * step] = joined;
  }
}

/**
 * Ink is the smaller part of what is around it, and far from its mean; the edges of shadows are as far to
 * both sides. So the third moment about the mean of the surroundings has the sign of the ink.
 */
function isInkDark(grid: Grid): boolean {
  const add = (a: number, b: number) => a + b;
  const sums = aroundEach(grid, 2 * REACH, add);
  const counts = aroundEach({ ...grid, values: grid.values.map(() => 1) }, 2 * REACH, add);
  const margin = Math.ceil(REACH * Math.min(grid.rows, grid.columns));
  const moment = grid.values.reduce((sum, value, cell) => {
    const [row, column] = [Math.floor(cell / grid.columns), cell % grid.columns];
    // A corner in light or shadow looks like ink from its side.
    if (Math.min(row, grid.rows - 1 - row, column, grid.columns - 1 - column) < margin) return sum;
    const apart = value - sums.values[cell] / counts.values[cell];
    return sum + apart * apart * apart;
  }, 0);
  return moment <= 0;
}

function combine(a: Grid, b: Grid, how: (a: number, b: number) => number): Grid {
  return { ...a, values: a.values.map((value, cell) => how(value, b.values[cell])) };
}

function variation({ values }: Grid): number {
  let least = values[0];
  let most = values[0];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return most - least;
}
