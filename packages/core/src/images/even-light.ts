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

const close = (grid: Grid, reach = REACH) =>
  extremes(extremes(grid, reach, Math.max, -Infinity), reach, Math.min, Infinity);
const open = (grid: Grid, reach = REACH) =>
  extremes(extremes(grid, reach, Math.min, Infinity), reach, Math.max, -Infinity);

/** The largest or smallest value of the cells within reach: along rows, then along columns. */
function extremes(
  { values, rows, columns }: Grid,
  share: number,
  choose: (a: number, b: number) => number,
  neutral: number,
): Grid {
  const result = values.slice();
  const reach = Math.ceil(share * Math.min(rows, columns));
  for (let row = 0; row < rows; row++) alongLine(result, row * columns, 1, columns, reach, choose, neutral);
  for (let column = 0; column < columns; column++) {
    alongLine(result, column, columns, rows, reach, choose, neutral);
  }
  return { values: result, rows, columns };
}

/**
 * Three comparisons a cell, however wide the window: the extremes from the beginning and from the end of
 * each block as long as the window make up those of every window.
 *
 * Source: van Herk, "A fast algorithm for local minimum and maximum filters", 1992.
 */
function alongLine(
  values: Float64Array,
  start: number,
  step: number,
  length: number,
  reach: number,
  choose: (a: number, b: number) => number,
  neutral: number,
): void {
  const window = 2 * reach + 1;
  const padded = Math.ceil((length + 2 * reach) / window) * window;
  const fromBegin = new Float64Array(padded).fill(neutral);
  for (let cell = 0; cell < length; cell++) fromBegin[cell + reach] = values[start + cell * step];
  const fromEnd = fromBegin.slice();
  for (let cell = 1; cell < padded; cell++) {
    if (cell % window !== 0) fromBegin[cell] = choose(fromBegin[cell], fromBegin[cell - 1]);
  }
  for (let cell = padded - 2; cell >= 0; cell--) {
    if (cell % window !== window - 1) fromEnd[cell] = choose(fromEnd[cell], fromEnd[cell + 1]);
  }
  for (let cell = 0; cell < length; cell++) {
    values[start + cell * step] = choose(fromEnd[cell], fromBegin[cell + window - 1]);
  }
}

/**
 * Ink is the smaller part of what is around it, and far from its mean; the edges of shadows are as far to
 * both sides. So the third moment about the mean of the surroundings has the sign of the ink.
 */
function isInkDark({ values, rows, columns }: Grid): boolean {
  const reach = Math.ceil(2 * REACH * Math.min(rows, columns));
  // Sums of all cells above and to the left, [rows + 1, columns + 1].
  const sums = new Float64Array((rows + 1) * (columns + 1));
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let column = 0; column < columns; column++) {
      sum += values[row * columns + column];
      const cell = (row + 1) * (columns + 1) + column + 1;
      sums[cell] = sums[cell - columns - 1] + sum;
    }
  }
  let moment = 0;
  for (let row = 0; row < rows; row++) {
    const top = Math.max(0, row - reach) * (columns + 1);
    const bottom = Math.min(rows, row + reach + 1) * (columns + 1);
    for (let column = 0; column < columns; column++) {
      const left = Math.max(0, column - reach);
      const right = Math.min(columns, column + reach + 1);
      const sum = sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left];
      const mean = ((columns + 1) * sum) / ((bottom - top) * (right - left));
      moment += (values[row * columns + column] - mean) ** 2 * (values[row * columns + column] - mean);
    }
  }
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
