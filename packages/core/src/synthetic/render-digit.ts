import { normalizeDigit } from '../images/normalize-digit.js';
import type { DrawnDigit } from './draw-digit.js';

/** MNIST's digits fill a box of 20 pixels in an image of 28. */
const BOX_SHARE = 20 / 28;

/**
 * Draws a digit the way `normalizeDigit` makes it from a drawing on a canvas: scaled, with its proportions
 * kept, so that the longer side of the ink is 20/28 of the image, each pixel as dark as the part of it that
 * ink covers, and placed by whole pixels so that the centre of mass is within half a pixel of column
 * `size / 2` and row `size / 2`, counted from 0.
 *
 * The part that is covered is told from the distance of the pixel's middle to the path of the pen, which
 * needs no large raster; a test holds it against `normalizeDigit`.
 *
 * @param softness width of the grey edge, in pixels, above 0; 1 is what a sharp drawing becomes
 * @param pixels uint8 `[size, size]`, all 0, to draw on
 * @param size rows and columns of the image, in pixels
 * @param raster rows and columns of the drawing that is normalised, in pixels, where that is coarser than the image.
 *   @default as fine as the image, or finer
 */
export function renderDigit(
  digit: DrawnDigit,
  softness: number,
  pixels: Uint8Array,
  size: number,
  raster?: number,
): void {
  const digitSize = Math.round(size * BOX_SHARE);
  if (raster === undefined) {
    copyCentred(drawInk(digit, softness, digitSize), digitSize, pixels, size);
    return;
  }
  const ink = { pixels: Float32Array.from(drawInk(digit, softness, raster)), height: raster, width: raster };
  const normalised = normalizeDigit(ink, { size, digitSize });
  if (normalised) pixels.set(normalised);
}

/** The part of each pixel that ink covers, float64 `[box, box]`. */
function drawInk(
  { bounds, paths, widths, penWidth }: DrawnDigit,
  softness: number,
  box: number,
): Float64Array {
  // A soft edge takes room as well.
  const margin = (softness - 1) / 2;
  const scale = (box - 2 * margin) / Math.max(bounds.right - bounds.left, bounds.bottom - bounds.top);
  // Ink begins at a whole pixel on both axes, as it does where its box is cut out of a drawing.
  const left = margin - scale * bounds.left;
  const top = margin - scale * bounds.top;

  const coverage = new Float64Array(box * box);
  for (const [stroke, path] of paths.entries()) {
    let x = left + scale * path[0];
    let y = top + scale * path[1];
    for (let index = 2; index < path.length; index += 2) {
      const nextX = left + scale * path[index];
      const nextY = top + scale * path[index + 1];
      const radius = (scale * penWidth * widths[stroke][index >> 1]) / 2;
      cover(coverage, box, radius, softness, x, y, nextX, nextY);
      x = nextX;
      y = nextY;
    }
  }
  return coverage;
}

/** Raises the coverage of the pixels around the piece from (ax, ay) to (bx, by). */
function cover(
  coverage: Float64Array,
  box: number,
  radius: number,
  softness: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): void {
  const dx = bx - ax;
  const dy = by - ay;
  const squaredLength = dx * dx + dy * dy;
  const inverse = squaredLength === 0 ? 0 : 1 / squaredLength;
  const reach = radius + softness / 2;
  const squaredReach = reach * reach;
  // A hairline covers no pixel whole.
  const most = Math.min(1, (2 * radius) / softness);
  const firstColumn = Math.max(0, Math.floor(Math.min(ax, bx) - reach));
  const lastColumn = Math.min(box - 1, Math.floor(Math.max(ax, bx) + reach));
  const firstRow = Math.max(0, Math.floor(Math.min(ay, by) - reach));
  const lastRow = Math.min(box - 1, Math.floor(Math.max(ay, by) + reach));
  for (let row = firstRow; row <= lastRow; row++) {
    const py = row + 0.5 - ay;
    for (let column = firstColumn; column <= lastColumn; column++) {
      const index = row * box + column;
      if (coverage[index] >= most) continue;
      const px = column + 0.5 - ax;
      const along = Math.max(0, Math.min(1, (px * dx + py * dy) * inverse));
      const x = px - along * dx;
      const y = py - along * dy;
      const squared = x * x + y * y;
      if (squared >= squaredReach) continue;
      const share = Math.min(most, (reach - Math.sqrt(squared)) / softness);
      if (share > coverage[index]) coverage[index] = share;
    }
  }
}

/** Copies the ink, `[box, box]`, to the place where its centre of mass is in the middle, within the image. */
function copyCentred(coverage: Float64Array, box: number, pixels: Uint8Array, size: number): void {
  const ink = new Uint8Array(box * box);
  let [mass, massX, massY] = [0, 0, 0];
  let [width, height] = [0, 0];
  for (let row = 0; row < box; row++) {
    for (let column = 0; column < box; column++) {
      const value = Math.round(255 * coverage[row * box + column]);
      if (value === 0) continue;
      ink[row * box + column] = value;
      mass += value;
      massX += value * column;
      massY += value * row;
      height = row + 1;
      if (column >= width) width = column + 1;
    }
  }
  const left = placeWithin(size / 2 - massX / mass, width, size);
  const top = placeWithin(size / 2 - massY / mass, height, size);
  for (let row = 0; row < height; row++) {
    pixels.set(ink.subarray(row * box, row * box + width), (top + row) * size + left);
  }
}

/** The whole pixel nearest to `start` from which `length` pixels fit into the image. */
function placeWithin(start: number, length: number, size: number): number {
  return Math.max(0, Math.min(size - length, Math.round(start)));
}
