import type { Grid } from './grid.js';

/** The mean of each square cell; those at the right and bottom edges may be smaller. */
export function cellMeans(grey: Float32Array, width: number, height: number, side: number): Grid {
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
