// The product of one row with a matrix, for a single image: four rows at a time (multiply-matrices.ts) would
// make three rows that nobody reads. Each number is the same sum in the same order, so the bits are the same.
//
//     x  ->  c0 c1 c2 c3      c += x * b in 4 vectors of sums for 16 columns: as many additions under way as the
//                             processor can begin while one is not yet done.
import { multiplyAdd } from './multiply-add';

/**
 * `c = a B + bias`, then relu. Where the columns are no multiple of 16, the last block begins early and makes some
 * of them again.
 *
 * @param columns of B, at least 16 and a multiple of 4
 * @param depth numbers of a, rows of B
 * @param bRow bytes from one row of B to the next
 * @param bias address of one number for each column
 * @param relu whether negative numbers become 0
 */
export function multiplyRow(
  columns: usize,
  depth: usize,
  a: usize,
  b: usize,
  bRow: usize,
  c: usize,
  bias: usize,
  relu: bool,
): void {
  const zero = f32x4.splat(0);
  const last = columns * 4 - 64;
  for (let block: usize = 0; block < columns * 4; block += 64) {
    const column = min(block, last);
    let c0 = v128.load(bias + column);
    let c1 = v128.load(bias + column, 16);
    let c2 = v128.load(bias + column, 32);
    let c3 = v128.load(bias + column, 48);
    let panel = b + column;
    for (let k: usize = 0; k < depth; k++) {
      const x = v128.load32_splat(a + k * 4);
      c0 = multiplyAdd(x, v128.load(panel), c0);
      c1 = multiplyAdd(x, v128.load(panel, 16), c1);
      c2 = multiplyAdd(x, v128.load(panel, 32), c2);
      c3 = multiplyAdd(x, v128.load(panel, 48), c3);
      panel += bRow;
    }
    if (relu) {
      c0 = f32x4.pmax(c0, zero);
      c1 = f32x4.pmax(c1, zero);
      c2 = f32x4.pmax(c2, zero);
      c3 = f32x4.pmax(c3, zero);
    }
    v128.store(c + column, c0);
    v128.store(c + column, c1, 16);
    v128.store(c + column, c2, 32);
    v128.store(c + column, c3, 48);
  }
}
