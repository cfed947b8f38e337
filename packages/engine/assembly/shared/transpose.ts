/**
 * `to[column][row] = from[row][column]`, in blocks of 4x4: four rows are loaded, and shuffles of pairs, then
 * of pairs of pairs, make the four columns.
 *
 * @param fromRow bytes from one row to the next; `toRow` the same
 * @param rows a multiple of 4
 * @param columns a multiple of 4
 */
export function transpose(
  from: usize,
  fromRow: usize,
  to: usize,
  toRow: usize,
  rows: usize,
  columns: usize,
): void {
  for (let row: usize = 0; row < rows; row += 4) {
    let source = from + row * fromRow;
    let target = to + row * 4;
    for (let column: usize = 0; column < columns; column += 4) {
      const a = v128.load(source);
      const b = v128.load(source + fromRow);
      const c = v128.load(source + 2 * fromRow);
      const d = v128.load(source + 3 * fromRow);
      const abLow = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
      const abHigh = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
      const cdLow = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
      const cdHigh = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
      v128.store(target, v128.shuffle<i64>(abLow, cdLow, 0, 2));
      v128.store(target + toRow, v128.shuffle<i64>(abLow, cdLow, 1, 3));
      v128.store(target + 2 * toRow, v128.shuffle<i64>(abHigh, cdHigh, 0, 2));
      v128.store(target + 3 * toRow, v128.shuffle<i64>(abHigh, cdHigh, 1, 3));
      source += 16;
      target += 4 * toRow;
    }
  }
}
