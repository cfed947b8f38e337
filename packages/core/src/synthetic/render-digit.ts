import type { DrawnDigit } from './draw-digit.js';

/** MNIST's digits fill a box of 20 pixels in an image of 28. */
const BOX_SHARE = 20 / 28;

/**
 * Draws a digit the way MNIST's were normalised: scaled, with its proportions kept, so that the longer
 * side of the ink is 20/28 of the image, edges anti-aliased, and shifted by whole pixels so that the
 * centre of mass is within half a pixel of column `size / 2` and row `size / 2`, counted from 0.
 *
 * Each pixel is as dark as its distance to the path of the pen says, which needs neither a large
 * raster nor a second sampling.
 *
 * @param softness width of the grey edge, in pixels, above 0
 * @param pixels uint8 `[size, size]`, all 0, to draw on
 * @param size rows and columns of the image, in pixels
 */
export function renderDigit(digit: DrawnDigit, softness: number, pixels: Uint8Array, size: number): void {
  const { bounds, penWidth } = digit;
  const box = Math.round(size * BOX_SHARE);
  const width = bounds.right - bounds.left;
  const height = bounds.bottom - bounds.top;
  const scale = (box - (softness - 1)) / (Math.max(width, height) + penWidth);
  const firstPixel = (size - box) >> 1;
  // The longer side begins at a whole pixel, as it does in MNIST; the shorter one is in the middle.
  const left = firstPixel + (box - scale * width) / 2 - scale * bounds.left;
  const top = firstPixel + (box - scale * height) / 2 - scale * bounds.top;

  const squaredDistances = new Float64Array(size * size).fill(Infinity);
  const reach = (scale * penWidth + softness) / 2;
  for (const path of digit.paths) {
    let x = left + scale * path[0];
    let y = top + scale * path[1];
    for (let index = 2; index < path.length; index += 2) {
      const nextX = left + scale * path[index];
      const nextY = top + scale * path[index + 1];
      lowerDistances(squaredDistances, size, reach, x, y, nextX, nextY);
      x = nextX;
      y = nextY;
    }
  }

  const ink = new Uint8Array(size * size);
  for (let index = 0; index < ink.length; index++) {
    if (squaredDistances[index] === Infinity) continue;
    const coverage = (reach - Math.sqrt(squaredDistances[index])) / softness;
    ink[index] = Math.round(255 * Math.max(0, Math.min(1, coverage)));
  }
  copyCentred(ink, pixels, size);
}

/** Lowers the squared distances of the pixels around the piece from (ax, ay) to (bx, by). */
function lowerDistances(
  squaredDistances: Float64Array,
  size: number,
  reach: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): void {
  const dx = bx - ax;
  const dy = by - ay;
  const squaredLength = dx * dx + dy * dy;
  const inverse = squaredLength === 0 ? 0 : 1 / squaredLength;
  const firstColumn = Math.max(0, Math.floor(Math.min(ax, bx) - reach));
  const lastColumn = Math.min(size - 1, Math.floor(Math.max(ax, bx) + reach));
  const firstRow = Math.max(0, Math.floor(Math.min(ay, by) - reach));
  const lastRow = Math.min(size - 1, Math.floor(Math.max(ay, by) + reach));
  for (let row = firstRow; row <= lastRow; row++) {
    const py = row + 0.5 - ay;
    for (let column = firstColumn; column <= lastColumn; column++) {
      const px = column + 0.5 - ax;
      const along = Math.max(0, Math.min(1, (px * dx + py * dy) * inverse));
      const x = px - along * dx;
      const y = py - along * dy;
      const squared = x * x + y * y;
      const index = row * size + column;
      if (squared < squaredDistances[index]) squaredDistances[index] = squared;
    }
  }
}

/** Copies `ink` to `pixels`, shifted by whole pixels so that its centre of mass is in the middle. */
function copyCentred(ink: Uint8Array, pixels: Uint8Array, size: number): void {
  let mass = 0;
  let massX = 0;
  let massY = 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const value = ink[row * size + column];
      mass += value;
      massX += value * column;
      massY += value * row;
    }
  }
  const shiftX = Math.round(size / 2 - massX / mass);
  const shiftY = Math.round(size / 2 - massY / mass);
  for (let row = 0; row < size; row++) {
    const fromRow = row - shiftY;
    if (fromRow < 0 || fromRow >= size) continue;
    for (let column = 0; column < size; column++) {
      const fromColumn = column - shiftX;
      if (fromColumn >= 0 && fromColumn < size) {
        pixels[row * size + column] = ink[fromRow * size + fromColumn];
      }
    }
  }
}
