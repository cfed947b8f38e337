import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { InkImage } from './ink-image.js';

/** Of 255: less contrast than this between paper and ink is no ink. */
const LEAST_CONTRAST = 32;
/** Share of the strongest ink below which a pixel is paper. */
const PAPER_SHARE = 0.04;
/** Share of the strongest ink below which a pixel is ink only beside stronger ink: JPEG leaves ripples. */
const RIPPLE_SHARE = 0.2;

/**
 * Finds the ink in a picture, whatever its colours: dark on light, light on dark, or drawn on a
 * transparent background (ink is then where the picture is opaque). The brightness of the paper is the
 * median of the border's, and its grain is what 19 of 20 pixels of the border stay below, so the light is
 * expected to be even over the picture, and its border free of ink for the most part.
 *
 * @param colours uint8 `[height, width, 4]` as of a canvas, or `[height, width, 3]`
 * @param width columns, in pixels
 * @param height rows, in pixels
 * @returns uint8 `[height, width]`, the strongest ink 255; all 0 where there is no contrast
 * @throws {InvalidArgumentError} when the number of bytes does not fit the size
 */
export function inkFromRgba(
  colours: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
): InkImage {
  const pixelCount = width * height;
  const channels = colours.length / pixelCount;
  if (pixelCount === 0 || (channels !== 3 && channels !== 4)) {
    throw new InvalidArgumentError({
      argument: 'colours',
      received: colours.length,
      message: `Picture: expected ${pixelCount * 4} bytes (RGBA) or ${pixelCount * 3} (RGB) for ${width}x${height}, got ${colours.length}.`,
    });
  }
  const border = borderIndices(width, height);
  const strength =
    channels === 4 && isTransparent(colours, border)
      ? alphaOf(colours, pixelCount)
      : contrastOf(greyOf(colours, pixelCount, channels), border);
  const grain = quantile(
    border.map((pixel) => strength[pixel]),
    0.95,
  );
  return { pixels: stretch(strength, grain, width), height, width };
}

function isTransparent(rgba: ArrayLike<number>, border: readonly number[]): boolean {
  return (
    quantile(
      border.map((pixel) => rgba[pixel * 4 + 3]),
      0.5,
    ) < 128
  );
}

function alphaOf(rgba: ArrayLike<number>, pixelCount: number): Float32Array {
  return Float32Array.from({ length: pixelCount }, (_, pixel) => rgba[pixel * 4 + 3]);
}

/** Brightness by Rec. 601, 0 … 255; what shines through is taken as white. */
function greyOf(colours: ArrayLike<number>, pixelCount: number, channels: number): Float32Array {
  const grey = new Float32Array(pixelCount);
  for (let pixel = 0; pixel < pixelCount; pixel++) {
    const start = pixel * channels;
    const brightness = (299 * colours[start] + 587 * colours[start + 1] + 114 * colours[start + 2]) / 1000;
    const alpha = channels === 4 ? colours[start + 3] / 255 : 1;
    grey[pixel] = alpha * brightness + (1 - alpha) * 255;
  }
  return grey;
}

/** How far each pixel is from the paper, to the side (darker or lighter) on which there is more. */
function contrastOf(grey: Float32Array, border: readonly number[]): Float32Array {
  const paper = quantile(
    border.map((pixel) => grey[pixel]),
    0.5,
  );
  let darker = 0;
  let lighter = 0;
  for (const value of grey) {
    // Squared, so that the grain of a large paper does not outweigh a small digit.
    if (value < paper) darker += (paper - value) ** 2;
    else lighter += (value - paper) ** 2;
  }
  const sign = darker >= lighter ? -1 : 1;
  return grey.map((value) => Math.max(0, sign * (value - paper)));
}

function stretch(strength: Float32Array, grain: number, width: number): Uint8Array {
  const strongest = strength.reduce((most, value) => Math.max(most, value), 0);
  const pixels = new Uint8Array(strength.length);
  if (strongest < LEAST_CONTRAST) return pixels;
  const paper = Math.max(grain, PAPER_SHARE * strongest);
  const ripple = Math.max(grain, RIPPLE_SHARE * strongest);
  for (let pixel = 0; pixel < pixels.length; pixel++) {
    const value = strength[pixel];
    if (value > ripple || (value > paper && isBeside(strength, pixel, width, ripple))) {
      pixels[pixel] = Math.round((255 * value) / strongest);
    }
  }
  return pixels;
}

/** Whether one of the eight neighbours is stronger than `least`. */
function isBeside(strength: Float32Array, pixel: number, width: number, least: number): boolean {
  const column = pixel % width;
  for (let row = -1; row <= 1; row++) {
    for (let side = column === 0 ? 0 : -1; side <= (column === width - 1 ? 0 : 1); side++) {
      if (strength[pixel + row * width + side] > least) return true;
    }
  }
  return false;
}

function borderIndices(width: number, height: number): number[] {
  const indices: number[] = [];
  for (let column = 0; column < width; column++) indices.push(column, (height - 1) * width + column);
  for (let row = 0; row < height; row++) indices.push(row * width, row * width + width - 1);
  return indices;
}

function quantile(values: number[], share: number): number {
  return values.sort((a, b) => a - b)[Math.floor(share * (values.length - 1))];
}
