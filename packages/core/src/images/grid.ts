/** A map of a picture, coarse or pixel by pixel, `[rows, columns]`. */
export interface Grid {
  readonly values: Float64Array;
  readonly rows: number;
  readonly columns: number;
}

/** Rows become columns. */
export function transpose({ values, rows, columns }: Grid): Grid {
  const turned = new Float64Array(values.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      turned[column * rows + row] = values[row * columns + column];
    }
  }
  return { values: turned, rows: columns, columns: rows };
}

/** Bilinear; beyond the outer cells their value. */
export function interpolateGrid({ values, rows, columns }: Grid, row: number, column: number): number {
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
