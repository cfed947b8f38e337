// Makes a drawing of a digit look as those that the network was trained on. The steps are MNIST's
// (http://yann.lecun.com/exdb/mnist): the digit's bounding box is scaled to fit 20x20 with its
// proportions kept, anti-aliased, and its centre of mass goes to the middle of 28x28, by whole pixels.
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { requireInteger } from '../errors/require-argument.js';
import { findInk } from './find-ink.js';
import type { InkImage } from './ink-image.js';
import { plainInk } from './plain-ink.js';
import { resampleAxis, resampleRectangle } from './resample-axis.js';

/** What `normalizeDigit` makes; without options it is what MNIST is. */
export interface NormalizeDigitOptions {
  /** Rows and columns of the result, in pixels, `1 … 1024`. @default 28 */
  readonly size?: number;
  /** Longer side of the digit in it, in pixels, `1 … size`. @default 20 */
  readonly digitSize?: number;
  /**
   * Ink up to this share of full ink does not count for the box around the digit, `0 … 1`: against faint
   * specks. What is inside the box is not changed. @default 0
   */
  readonly threshold?: number;
}

/**
 * Normalises a digit as MNIST's were. An image of MNIST itself stays as it is.
 *
 * The centre of mass comes within half a pixel of row 14 and column 14, counted from 0, as in MNIST;
 * where that would push ink over the border, the digit stays at the border.
 *
 * @param ink any size
 * @returns uint8 `[size, size]`, row-major, 0 background, 255 full ink; null where there is no ink
 * @throws {InvalidArgumentError} when the number of pixels is not `height * width`, or an option is
 *   outside its range
 * @example
 * import { normalizeDigit } from '@lenet/core/images';
 *
 * const pixels = new Uint8Array(40 * 30).fill(255, 10 * 30, 20 * 30); // a bar of 30x10
 * const digit = normalizeDigit({ pixels, height: 40, width: 30 });
 * console.log(digit?.length); // 784
 */
export function normalizeDigit(ink: InkImage, options: NormalizeDigitOptions = {}): Uint8Array | null {
  const { size = 28, digitSize = 20, threshold = 0 } = options;
  requireInteger('size', size, 1, 1024);
  requireInteger('digitSize', digitSize, 1, size);
  if (!(threshold >= 0 && threshold <= 1)) {
    throw new InvalidArgumentError({
      argument: 'threshold',
      received: threshold,
      message: `Argument "threshold": expected a number from 0 to 1, got ${threshold}.`,
    });
  }
  const { pixels, full } = plainInk(ink);
  const box = findInk(pixels, 0, ink.height, ink.width, threshold * full);
  if (box === null) return null;

  const boxWidth = box.right - box.left;
  const boxHeight = box.bottom - box.top;
  const pixelSize = Math.max(boxWidth, boxHeight) / digitSize;
  const columns = resampleAxis(boxWidth, pixelSize);
  const rows = resampleAxis(boxHeight, pixelSize);
  const start = box.top * ink.width + box.left;
  const resampled = resampleRectangle(pixels, start, ink.width, boxHeight, boxWidth, rows, columns);
  const toByte = 255 / full;
  const digit = Uint8Array.from(resampled, (value) => Math.round(value * toByte));
  return centreMass(digit, rows.count, columns.count, size);
}

/**
 * @param digit uint8 `[height, width]`
 * @returns uint8 `[size, size]`; null where the ink is too faint to be seen at this size
 */
function centreMass(digit: Uint8Array, height: number, width: number, size: number): Uint8Array | null {
  let mass = 0;
  let massX = 0;
  let massY = 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const value = digit[row * width + column];
      mass += value;
      massX += value * column;
      massY += value * row;
    }
  }
  if (mass === 0) return null;
  const left = placeWithin(size / 2 - massX / mass, width, size);
  const top = placeWithin(size / 2 - massY / mass, height, size);
  const image = new Uint8Array(size * size);
  for (let row = 0; row < height; row++) {
    image.set(digit.subarray(row * width, (row + 1) * width), (top + row) * size + left);
  }
  return image;
}

/** The whole pixel nearest to `start` from which `length` pixels fit into the image. */
function placeWithin(start: number, length: number, size: number): number {
  return Math.max(0, Math.min(size - length, Math.round(start)));
}
