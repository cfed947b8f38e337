import { fitSurface } from './fit-surface.js';

/** A coarse map of a picture, `[rows, columns]`. */
export interface Grid {
  readonly values: Float64Array;
  readonly rows: number;
  readonly columns: number;
}

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
/** Shorter sides than this are no photographs; a stroke may cover whole parts of them. */
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
  const flattest = Math.min(variation(close(coarse, COARSE_REACH)), variation(open(coarse, COARSE_REACH)));
  if (flattest < LEAST_VARIATION) return null;
  const side = Math.ceil(shorter / FINE_CELLS);
  const means = cellMeans(grey, width, height, side);
  const surface = fitSurface(means);
  const flat = combine(means, surface, (mean, slow) => mean - slow);
  const isDark = polarity === undefined ? isInkDark(flat) : polarity === 'dark';
  const paper = combine(isDark ? close(flat) : open(flat), surface, (rest, slow) => Math.max(1, rest + slow));
  const level = paper.values.slice().sort()[paper.values.length >> 1];
  const even = new Float32Array(grey.length);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const pixel = row * width + column;
      const light = interpolate(paper, (row + 0.5) / side - 0.5, (column + 0.5) / side - 0.5);
      // Light is multiplied with what it falls on; what a dark board sends back is mostly its gloss, added.
      even[pixel] = isDark ? (grey[pixel] * level) / light : grey[pixel] - light + level;
    }
  }
  return { grey: even, isDark };
}

/** The mean of each square cell; those at the right and bottom edges may be smaller. */
function cellMeans(grey: Float32Array, width: number, height: number, side: number): Grid {
  const rows = Math.ceil(height / side);
  const columns = Math.ceil(width / side);
  const values = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const bottom = Math.min(height, (row + 1) * side);
    for (let column = 0; column < columns; column++) {
      const right = Math.min(width, (column + 1) * side);
      let sum = 0;
      for (let y = row * side; y < bottom; y++) {
        for (let x = column * side; x < right; x++) sum += grey[y * width + x];
      }
      values[row * columns + column] = sum / ((bottom - row * side) * (right - column * side));
    }
  }
  return { values, rows, columns };
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
    values[start + cell * step] = line.subarray(Math.max(0, cell - reach), cell + reach + 1).reduce(join);
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
  const moment = grid.values.reduce((sum, value, cell) => {
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

/** Bilinear; beyond the outer cells their value. */
function interpolate({ values, rows, columns }: Grid, row: number, column: number): number {
  const y = Math.min(rows - 1, Math.max(0, row));
  const x = Math.min(columns - 1, Math.max(0, column));
  const top = Math.floor(y);
  const left = Math.floor(x);
  const upperLeft = top * columns + left;
  const right = left + 1 < columns ? 1 : 0;
  const below = top + 1 < rows ? columns : 0;
  const [down, across] = [y - top, x - left];
  const upper = values[upperLeft] * (1 - across) + values[upperLeft + right] * across;
  const lower = values[upperLeft + below] * (1 - across) + values[upperLeft + below + right] * across;
  return upper * (1 - down) + lower * down;
}
