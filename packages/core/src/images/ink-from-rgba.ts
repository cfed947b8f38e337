import type { InkImage } from './ink-image.js';
import { inkStrength } from './ink-strength.js';
import { stretchInk } from './stretch-ink.js';

/** How a picture is read. */
export interface InkOptions {
  /**
   * What the ink is on:
   * - `auto` (default): found out
   * - `dark-on-light`, `light-on-dark`: pen on paper, chalk on a board
   * - `transparent`: ink is where the picture is opaque
   */
  readonly polarity?: 'auto' | 'dark-on-light' | 'light-on-dark' | 'transparent';
}

/**
 * Finds the ink in a picture, whatever its colours: dark on light, light on dark, or drawn on a
 * transparent background. Uneven light over a photograph of paper is taken out first; a picture that is
 * evenly lit, a drawing say, is not changed by that.
 *
 * The brightness of the paper is the median of the border's, and its grain is what 19 of 20 pixels of the
 * border stay below, so the border should be free of ink for the most part.
 *
 * @param colours uint8 `[height, width, channels]`: 4 channels as of a canvas, 3 without alpha, or 1 of
 *   grey
 * @param width columns, in pixels
 * @param height rows, in pixels
 * @returns uint8 `[height, width]`, the strongest ink 255; all 0 where there is no contrast
 * @throws {InvalidArgumentError} when the number of bytes does not fit the size, or `transparent` is asked
 *   for without alpha
 * @example
 * import { inkFromRgba } from '@lenet/core/images';
 *
 * const grey = new Uint8Array(9).fill(250); // paper
 * grey[4] = 30; // ink
 * console.log(inkFromRgba(grey, 3, 3).pixels); // 0 but for 255 in the middle
 */
export function inkFromRgba(
  colours: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  options: InkOptions = {},
): InkImage {
  return { pixels: stretchInk(inkStrength(colours, width, height, options), width), height, width };
}
