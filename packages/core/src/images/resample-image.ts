import { requireInteger } from '../errors/require-argument.js';
import type { InkImage } from './ink-image.js';
import { plainInk } from './plain-ink.js';
import { resampleAxis, resampleRectangle } from './resample-axis.js';

/**
 * Makes an image larger or smaller. Along each axis, shrinking is exact by area (each new pixel is the
 * mean over the part of the image that it covers, so no stroke is lost and the mean stays) and growing is
 * linear between the middles of the pixels.
 *
 * @param image one row and column or more
 * @param height rows of the result, in pixels, `1 … 65535`
 * @param width columns of the result, in pixels, `1 … 65535`
 * @returns `[height, width]`: uint8, rounded, for bytes; float32 for floats
 * @throws {InvalidArgumentError} when the number of pixels is not that of the image's size, or a size is
 *   outside its range
 * @example
 * import { resampleImage } from '@lenet/core/images';
 *
 * const image = { pixels: Uint8Array.of(0, 100, 200, 100), height: 2, width: 2 };
 * console.log(resampleImage(image, 1, 1).pixels[0]); // 100
 */
export function resampleImage(image: InkImage, height: number, width: number): InkImage {
  requireInteger('height', height, 1, 0xffff);
  requireInteger('width', width, 1, 0xffff);
  requireInteger('image.height', image.height, 1);
  requireInteger('image.width', image.width, 1);
  const { pixels, full } = plainInk(image);
  const rows = resampleAxis(image.height, image.height / height);
  const columns = resampleAxis(image.width, image.width / width);
  const resampled = resampleRectangle(pixels, 0, image.width, image.height, image.width, rows, columns);
  return {
    pixels: full === 1 ? Float32Array.from(resampled) : Uint8Array.from(resampled, Math.round),
    height,
    width,
  };
}
