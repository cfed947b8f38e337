/**
 * The one normalisation of pixels in this project: grey level 0 … 255 to 0 … 1, by division by 255.
 *
 * @param pixels uint8, any shape
 * @param out float32 of the same length to write to. @default a new array
 * @returns `out`
 * @example
 * import { normalisePixels } from '@lenet/core';
 *
 * console.log(normalisePixels(Uint8Array.of(0, 255))); // 0 and 1
 */
export function normalisePixels(
  pixels: Uint8Array,
  out: Float32Array = new Float32Array(pixels.length),
): Float32Array {
  for (let index = 0; index < pixels.length; index++) {
    out[index] = pixels[index] / 255;
  }
  return out;
}
