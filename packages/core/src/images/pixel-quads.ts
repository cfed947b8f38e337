/*
 * Bilinear sampling with one read for each pixel: a quad is a pixel with its right, lower and lower right
 * neighbour, in the four bytes of an int32 from the lowest on. Two of them are blended by one product.
 */
import { partOf, type WarpAxis } from './warp-field.js';

/**
 * Packs the quads of `rows` by `columns` pixels, and of the background at their left and top.
 *
 * @param start where the first pixel is in `from`
 * @param fromStride pixels from one row of `from` to the next
 * @param quads int32 `[rows + 2 * margin, stride]`, 0 where nothing is packed
 * @param margin place of the first pixel, from the left and the top of `quads`; 1 or more
 */
export function packQuads(
  from: Uint8Array,
  start: number,
  fromStride: number,
  rows: number,
  columns: number,
  quads: Int32Array,
  margin: number,
  stride: number,
): void {
  for (let row = -1; row < rows; row++) {
    const hasUpper = row >= 0 ? 0xff : 0;
    const hasLower = row + 1 < rows ? 0xff : 0;
    const upper = start + Math.max(row, 0) * fromStride;
    const lower = start + Math.min(row + 1, rows - 1) * fromStride;
    let to = (row + margin) * stride + margin - 1;
    let pair = 0;
    for (let column = 0; column < columns; column++) {
      const next = (from[upper + column] & hasUpper) | ((from[lower + column] & hasLower) << 16);
      quads[to++] = pair | (next << 8);
      pair = next;
    }
    quads[to] = pair;
  }
}

/**
 * Writes the columns from `first` to `last` of a row. Two loops, as a condition in one would cost as much
 * as the sampling itself.
 *
 * @param start where the row begins in `target`
 * @param x place of column `first` in `quads`, in 2^-16 of a pixel
 * @param stepX what each column adds to it
 */
export function sampleRow(
  quads: Int32Array,
  stride: number,
  target: Uint8Array,
  start: number,
  first: number,
  last: number,
  x: number,
  y: number,
  stepX: number,
  stepY: number,
): void {
  let placeX = x | 0;
  let placeY = y | 0;
  for (let column = first | 0; column <= last; column++) {
    target[start + column] = sample(quads, stride, placeX, placeY);
    placeX = (placeX + stepX) | 0;
    placeY = (placeY + stepY) | 0;
  }
}

/** `sampleRow`, with each place moved by the warp of this row. */
export function sampleWarpedRow(
  quads: Int32Array,
  stride: number,
  target: Uint8Array,
  start: number,
  first: number,
  last: number,
  x: number,
  y: number,
  stepX: number,
  stepY: number,
  axis: WarpAxis,
  rowKnots: Int32Array,
): void {
  const { knots, shares } = axis;
  let placeX = x | 0;
  let placeY = y | 0;
  let column = first | 0;
  while (column <= last) {
    const knot = knots[column];
    const moveX = rowKnots[2 * knot];
    const moveY = rowKnots[2 * knot + 1];
    const gainX = rowKnots[2 * knot + 2] - moveX;
    const gainY = rowKnots[2 * knot + 3] - moveY;
    for (; column <= last && knots[column] === knot; column++) {
      const share = shares[column];
      const movedX = (placeX + ((moveX + partOf(gainX, share)) << 4)) | 0;
      const movedY = (placeY + ((moveY + partOf(gainY, share)) << 4)) | 0;
      target[start + column] = sample(quads, stride, movedX, movedY);
      placeX = (placeX + stepX) | 0;
      placeY = (placeY + stepY) | 0;
    }
  }
}

/** Grey level at a place in 2^-16 of a pixel; the column counts to 2^-8, the row to 2^-14. */
function sample(quads: Int32Array, stride: number, x: number, y: number): number {
  const quad = quads[(Math.imul(y >> 16, stride) + (x >> 16)) | 0];
  const share = (x >> 8) & 0xff;
  const pair = (Math.imul(quad & 0xff00ff, 256 - share) + Math.imul((quad >>> 8) & 0xff00ff, share)) | 0;
  const above = pair & 0xffff;
  const below = pair >>> 16;
  return (above + (Math.imul(below - above, (y >> 2) & 0x3fff) >> 14) + 128) >> 8;
}
