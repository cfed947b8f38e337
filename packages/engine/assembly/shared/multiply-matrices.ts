// The two matrix products of the dense layers. Both make blocks of 4 rows by 8 columns of the result:
//
//          b0 b1          (8 columns of one row of B)
//     x0   c00 c01        c += x * b in 8 vectors of sums, 2 of B and 4 splats of A: 14 of the 16 vector
//     x1   c10 c11        registers, 8 multiply-adds for 6 loads.
//     x2   c20 c21
//     x3   c30 c31
//
// The panel of 8 columns of B stays in the first-level cache while the blocks of rows go by, so the loop
// over columns is the outer one.
import { multiplyAdd } from './multiply-add';

/**
 * `C = A B + bias`, then relu or mask.
 *
 * @param rows of A and C, a multiple of 4
 * @param columns of B and C, a multiple of 8
 * @param depth columns of A, rows of B
 * @param aRow bytes from one row of A to the next; `bRow` and `cRow` the same
 * @param bPanel bytes from one panel of 8 columns of B to the next: 32 in a row-major matrix
 * @param bias address of one number for each column, or 0 for none
 * @param relu whether negative numbers become 0
 * @param mask address of a matrix with rows like those of C, or 0 for none: where it is not above 0, the
 *   result is 0
 */
export function multiply(
  rows: usize,
  columns: usize,
  depth: usize,
  a: usize,
  aRow: usize,
  b: usize,
  bRow: usize,
  bPanel: usize,
  c: usize,
  cRow: usize,
  bias: usize,
  relu: bool,
  mask: usize,
): void {
  const zero = f32x4.splat(0);
  let firstRow = b;
  for (let column: usize = 0; column < columns * 4; column += 32) {
    for (let row: usize = 0; row < rows; row += 4) {
      let c00 = zero;
      let c01 = zero;
      if (bias) {
        c00 = v128.load(bias + column);
        c01 = v128.load(bias + column, 16);
      }
      let c10 = c00;
      let c11 = c01;
      let c20 = c00;
      let c21 = c01;
      let c30 = c00;
      let c31 = c01;
      let a0 = a + row * aRow;
      let a1 = a0 + aRow;
      let a2 = a1 + aRow;
      let a3 = a2 + aRow;
      let panel = firstRow;
      for (let k: usize = 0; k < depth; k++) {
        const b0 = v128.load(panel);
        const b1 = v128.load(panel, 16);
        const x0 = v128.load32_splat(a0);
        c00 = multiplyAdd(x0, b0, c00);
        c01 = multiplyAdd(x0, b1, c01);
        const x1 = v128.load32_splat(a1);
        c10 = multiplyAdd(x1, b0, c10);
        c11 = multiplyAdd(x1, b1, c11);
        const x2 = v128.load32_splat(a2);
        c20 = multiplyAdd(x2, b0, c20);
        c21 = multiplyAdd(x2, b1, c21);
        const x3 = v128.load32_splat(a3);
        c30 = multiplyAdd(x3, b0, c30);
        c31 = multiplyAdd(x3, b1, c31);
        panel += bRow;
        a0 += 4;
        a1 += 4;
        a2 += 4;
        a3 += 4;
      }
      if (relu) {
        c00 = f32x4.pmax(c00, zero);
        c01 = f32x4.pmax(c01, zero);
        c10 = f32x4.pmax(c10, zero);
        c11 = f32x4.pmax(c11, zero);
        c20 = f32x4.pmax(c20, zero);
        c21 = f32x4.pmax(c21, zero);
        c30 = f32x4.pmax(c30, zero);
        c31 = f32x4.pmax(c31, zero);
      }
      if (mask) {
        let on = mask + row * cRow + column;
        c00 = v128.and(c00, f32x4.gt(v128.load(on), zero));
        c01 = v128.and(c01, f32x4.gt(v128.load(on, 16), zero));
        on += cRow;
        c10 = v128.and(c10, f32x4.gt(v128.load(on), zero));
        c11 = v128.and(c11, f32x4.gt(v128.load(on, 16), zero));
        on += cRow;
        c20 = v128.and(c20, f32x4.gt(v128.load(on), zero));
        c21 = v128.and(c21, f32x4.gt(v128.load(on, 16), zero));
        on += cRow;
        c30 = v128.and(c30, f32x4.gt(v128.load(on), zero));
        c31 = v128.and(c31, f32x4.gt(v128.load(on, 16), zero));
      }
      let to = c + row * cRow + column;
      v128.store(to, c00);
      v128.store(to, c01, 16);
      to += cRow;
      v128.store(to, c10);
      v128.store(to, c11, 16);
      to += cRow;
      v128.store(to, c20);
      v128.store(to, c21, 16);
      to += cRow;
      v128.store(to, c30);
      v128.store(to, c31, 16);
    }
    firstRow += bPanel;
  }
}

/**
 * `C = transposed(A) B`: the gradient of a dense kernel, with one row of A and of B for each image.
 *
 * @param rows columns of A and rows of C, a multiple of 4
 * @param columns of B and C, a multiple of 8
 * @param depth rows of A and B, any number
 * @param aRow bytes from one row of A to the next; `bRow` and `cRow` the same
 * @param accumulate whether the product is added to what C holds
 */
export function multiplyTransposed(
  rows: usize,
  columns: usize,
  depth: usize,
  a: usize,
  aRow: usize,
  b: usize,
  bRow: usize,
  c: usize,
  cRow: usize,
  accumulate: bool,
): void {
  for (let column: usize = 0; column < columns * 4; column += 32) {
    for (let row: usize = 0; row < rows; row += 4) {
      let c00 = f32x4.splat(0);
      let c01 = c00;
      let c10 = c00;
      let c11 = c00;
      let c20 = c00;
      let c21 = c00;
      let c30 = c00;
      let c31 = c00;
      let to = c + row * cRow + column;
      if (accumulate) {
        c00 = v128.load(to);
        c01 = v128.load(to, 16);
        c10 = v128.load(to + cRow);
        c11 = v128.load(to + cRow, 16);
        c20 = v128.load(to + 2 * cRow);
        c21 = v128.load(to + 2 * cRow, 16);
        c30 = v128.load(to + 3 * cRow);
        c31 = v128.load(to + 3 * cRow, 16);
      }
      let four = a + row * 4;
      let panel = b + column;
      for (let k: usize = 0; k < depth; k++) {
        const b0 = v128.load(panel);
        const b1 = v128.load(panel, 16);
        const x0 = v128.load32_splat(four);
        c00 = multiplyAdd(x0, b0, c00);
        c01 = multiplyAdd(x0, b1, c01);
        const x1 = v128.load32_splat(four, 4);
        c10 = multiplyAdd(x1, b0, c10);
        c11 = multiplyAdd(x1, b1, c11);
        const x2 = v128.load32_splat(four, 8);
        c20 = multiplyAdd(x2, b0, c20);
        c21 = multiplyAdd(x2, b1, c21);
        const x3 = v128.load32_splat(four, 12);
        c30 = multiplyAdd(x3, b0, c30);
        c31 = multiplyAdd(x3, b1, c31);
        panel += bRow;
        four += aRow;
      }
      v128.store(to, c00);
      v128.store(to, c01, 16);
      to += cRow;
      v128.store(to, c10);
      v128.store(to, c11, 16);
      to += cRow;
      v128.store(to, c20);
      v128.store(to, c21, 16);
      to += cRow;
      v128.store(to, c30);
      v128.store(to, c31, 16);
    }
  }
}
