import { expect, test } from 'vitest';
import { findLines } from './find-lines.js';

const ROWS = 60;
const COLUMNS = 80;

/** Strength 20 where one of the lines is, `[row at the middle, rows a column, first column, column behind the last]`. */
function grid(...lines: readonly (readonly [number, number, number, number])[]) {
  const values = new Float64Array(ROWS * COLUMNS);
  for (const [middle, slope, first, end] of lines) {
    for (let column = first; column < end; column++) {
      const row = Math.round(middle + slope * (column + 0.5 - COLUMNS / 2));
      if (row >= 0 && row < ROWS) values[row * COLUMNS + column] = 20;
    }
  }
  return { values, rows: ROWS, columns: COLUMNS };
}

const rounded = (lines: ReturnType<typeof findLines>) =>
  lines.map(({ middle, slope }) => [middle, Math.round(slope * 100) / 100]).sort(([a], [b]) => a - b);

test('finds lines from edge to edge, and their slope', () => {
  const found = findLines(grid([12, 0.05, 0, COLUMNS], [30, 0.05, 0, COLUMNS], [48, 0.05, 0, COLUMNS]));
  expect(rounded(found)).toEqual([
    [12, 0.05],
    [30, 0.05],
    [48, 0.05],
  ]);
});

test('a bar that ends within the picture is no line, and what is level is none of what is upright', () => {
  expect(findLines(grid([20, 0, 10, 60], [40, 0, 0, 50]))).toEqual([]);
});

test('of a family a line that a digit lies over is found by its ends, and one across a corner', () => {
  const family = [
    [20, 0.1, 0, COLUMNS],
    [35, 0.1, 0, COLUMNS],
    [50, 0.1, 0, 20],
    [50, 0.1, 55, COLUMNS],
    [63, 0.1, 0, COLUMNS],
  ] as const;
  const found = rounded(findLines(grid(...family)));
  expect(found.slice(0, 3)).toEqual([
    [20, 0.1],
    [35, 0.1],
    [50, 0.1],
  ]);
  // Of so short a line the place is not known as well.
  expect(found).toHaveLength(4);
  expect(Math.abs(found[3][0] - 63)).toBeLessThanOrEqual(1);
  expect(findLines(grid(family[4]))).toEqual([]);
});
