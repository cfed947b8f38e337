import { cellMeans } from './cell-means.js';
import { interpolateGrid } from './grid.js';

/** A smooth picture is told by the means of so many cells along its shorter side. */
const CELLS = 32;
/** Of 255: how far each pixel may be from what the cells tell; at the edges of strokes of a photograph it is farther. */
const TOLERANCE = 40;

/**
 * Whether a picture shows few dots along its shorter side, however many pixels it has: an enlarged scan. Either its
 * rows and columns repeat, so that fewer than `most` are left, or it is so smooth that coarse cells tell it all.
 *
 * @param grey brightness, 0 … 255, `[height, width]`
 */
export function hasFewDots(grey: Float32Array, width: number, height: number, most: number): boolean {
  if (repeats(grey, width, height, most)) return true;
  const side = Math.ceil(Math.min(width, height) / CELLS);
  const means = cellMeans(grey, width, height, side);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const told = interpolateGrid(means, (row + 0.5) / side - 0.5, (column + 0.5) / side - 0.5);
      if (Math.abs(grey[row * width + column] - told) > TOLERANCE) return false;
    }
  }
  return true;
}

/** Whether half of the rows and columns or more repeat the one before, and fewer than `most` of either are left. */
function repeats(grey: Float32Array, width: number, height: number, most: number): boolean {
  const differing = (count: number, step: number, length: number, along: number) => {
    let different = 1;
    for (let line = 1; line < count && different < most; line++) {
      let at = line * step;
      const end = at + length * along;
      while (at < end && grey[at] === grey[at - step]) at += along;
      if (at < end) different++;
    }
    return different < most && 2 * different <= count;
  };
  return differing(height, width, width, 1) && differing(width, 1, height, width);
}
