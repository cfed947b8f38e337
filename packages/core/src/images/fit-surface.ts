import type { Grid } from './grid.js';

/** Fits, each with the weights that the residuals of the one before give. */
const ROUNDS = 12;
/** Residuals of more median residuals than this do not count: ink, and edges of shadows. */
const CUT_OFF = 4;
/** Of 255: residuals are never taken for smaller than this, so that a noiseless paper has weights. */
const LEAST_RESIDUAL = 0.5;
/** 1, x, y, x², xy, y². */
const TERMS = 6;

/**
 * The quadratic surface through most of a map, by least squares with Tukey's biweights, which leave out
 * what lies far from it.
 *
 * Source: Beaton, Tukey, "The Fitting of Power Series, Meaning Polynomials, Illustrated on
 * Band-Spectroscopic Data", 1974.
 */
export function fitSurface(grid: Grid): Grid {
  const { rows, columns } = grid;
  const count = rows * columns;
  const weights = new Float64Array(count).fill(1);
  let fitted: Float64Array = new Float64Array(count);
  for (let round = 0; round < ROUNDS; round++) {
    const coefficients = solve(normalEquations(grid, weights));
    fitted = evaluate(coefficients, rows, columns);
    const residuals = fitted.map((value, cell) => Math.abs(grid.values[cell] - value));
    const scale = CUT_OFF * Math.max(LEAST_RESIDUAL, residuals.slice().sort()[count >> 1]);
    for (let cell = 0; cell < count; cell++) {
      const share = residuals[cell] / scale;
      weights[cell] = share < 1 ? (1 - share * share) ** 2 : 0;
    }
  }
  return { values: fitted, rows, columns };
}

/** Coordinates run from -1 to 1, so that all terms are of one size. */
function terms(row: number, column: number, rows: number, columns: number): number[] {
  const x = (2 * column + 1) / columns - 1;
  const y = (2 * row + 1) / rows - 1;
  return [1, x, y, x * x, x * y, y * y];
}

/** `[6][7]`: the weighted sums of products, and those with the values. */
function normalEquations({ values, rows, columns }: Grid, weights: Float64Array): number[][] {
  const equations = Array.from({ length: TERMS }, () => new Array<number>(TERMS + 1).fill(0));
  for (let cell = 0; cell < values.length; cell++) {
    if (weights[cell] === 0) continue;
    const of = terms(Math.floor(cell / columns), cell % columns, rows, columns);
    for (let row = 0; row < TERMS; row++) {
      const weighted = weights[cell] * of[row];
      for (let column = 0; column < TERMS; column++) equations[row][column] += weighted * of[column];
      equations[row][TERMS] += weighted * values[cell];
    }
  }
  return equations;
}

/** Gauss elimination; a term that the data do not determine is 0. */
function solve(equations: number[][]): number[] {
  for (let pivot = 0; pivot < TERMS; pivot++) {
    let best = pivot;
    for (let row = pivot + 1; row < TERMS; row++) {
      if (Math.abs(equations[row][pivot]) > Math.abs(equations[best][pivot])) best = row;
    }
    [equations[pivot], equations[best]] = [equations[best], equations[pivot]];
    if (Math.abs(equations[pivot][pivot]) < 1e-9) continue;
    for (let row = 0; row < TERMS; row++) {
      if (row === pivot) continue;
      const factor = equations[row][pivot] / equations[pivot][pivot];
      for (let column = pivot; column <= TERMS; column++) {
        equations[row][column] -= factor * equations[pivot][column];
      }
    }
  }
  return equations.map((equation, row) =>
    Math.abs(equation[row]) < 1e-9 ? 0 : equation[TERMS] / equation[row],
  );
}

function evaluate(coefficients: readonly number[], rows: number, columns: number): Float64Array {
  const values = new Float64Array(rows * columns);
  for (let cell = 0; cell < values.length; cell++) {
    const of = terms(Math.floor(cell / columns), cell % columns, rows, columns);
    for (let term = 0; term < TERMS; term++) values[cell] += coefficients[term] * of[term];
  }
  return values;
}
