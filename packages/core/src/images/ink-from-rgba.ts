import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { requireInteger } from '../errors/require-argument.js';
import { evenLight } from './even-light.js';
import type { InkImage } from './ink-image.js';

/** Of 255: less contrast than this between paper and ink is no ink. */
const LEAST_CONTRAST = 32;
/** Share of the strongest ink below which a pixel is paper. */
const PAPER_SHARE = 0.04;
/** Share of the strongest ink below which a pixel is ink only beside stronger ink: JPEG leaves ripples. */
const RIPPLE_SHARE = 0.2;
/** Ink is stronger than the grain of the paper by this factor somewhere, or there is none. */
const LEAST_GRAINS = 3;
/** What grain is multiplied with where uneven light was taken out: to four standard deviations from 1.6. */
const UNEVEN_GRAIN = 2.5;

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
  { polarity = 'auto' }: InkOptions = {},
): InkImage {
  requireInteger('width', width, 1);
  requireInteger('height', height, 1);
  const pixelCount = width * height;
  const channels = colours.length / pixelCount;
  if (channels !== 1 && channels !== 3 && channels !== 4) {
    throw new InvalidArgumentError({
      argument: 'colours',
      received: colours.length,
      message: `Picture: expected ${pixelCount * 4} bytes (RGBA), ${pixelCount * 3} (RGB) or ${pixelCount} (grey) for ${width}x${height}, got ${colours.length}.`,
    });
  }
  requirePolarity(polarity, channels);
  const border = borderIndices(width, height);
  const isOnNothing =
    polarity === 'transparent' || (polarity === 'auto' && channels === 4 && isTransparent(colours, border));
  if (isOnNothing) {
    const strength = alphaOf(colours, pixelCount);
    return { pixels: stretch(strength, grainOf(strength, border, width), width), height, width };
  }
  const grey = greyOf(colours, pixelCount, channels);
  const known = polarity === 'auto' ? undefined : polarity === 'dark-on-light' ? 'dark' : 'light';
  const even = evenLight(grey, width, height, known);
  const strength = even
    ? contrastOf(even.grey, border, even.isDark)
    : contrastOf(grey, border, known && known === 'dark');
  const grain = grainOf(strength, border, width);
  // Where light was made up for, grain was made stronger in the dark parts than most of the border shows.
  return { pixels: stretch(strength, grain, width, even ? UNEVEN_GRAIN : 1), height, width };
}

/**
 * How strong paper looks at most, but for 1 of 20 pixels of the border. Where that is much, it may be the ink of
 * a digit that fills the picture: then what neighbours differ by tells, which is the same wherever ink is even.
 */
function grainOf(strength: Float32Array, border: readonly number[], width: number): number {
  const ofBorder = quantile(
    border.map((pixel) => strength[pixel]),
    0.95,
  );
  if (ofBorder < RIPPLE_SHARE * strongestOf(strength)) return ofBorder;
  const differences: number[] = [];
  for (let pixel = width + 1; pixel < strength.length; pixel++) {
    if (pixel % width === 0) continue;
    const above = strength[pixel - width] - strength[pixel - width - 1];
    differences.push(Math.abs(strength[pixel] - strength[pixel - 1] - above));
  }
  if (differences.length === 0) return 0;
  return Math.min(ofBorder, GRAIN_OF_DIFFERENCES * quantile(differences, 0.1));
}

/** Of normal noise: its 95 % quantile, by the 10 % quantile of differences of four pixels, 1.645 / (2 · 0.1257). */
const GRAIN_OF_DIFFERENCES = 6.54;
const strongestOf = (strength: Float32Array) => strength.reduce((most, value) => Math.max(most, value), 0);

const polarities = ['auto', 'dark-on-light', 'light-on-dark', 'transparent'];

function requirePolarity(polarity: string, channels: number): void {
  if (polarities.includes(polarity) && (polarity !== 'transparent' || channels === 4)) return;
  throw new InvalidArgumentError({
    argument: 'polarity',
    received: polarity,
    message: polarities.includes(polarity)
      ? `Argument "polarity": expected another than "transparent" for a picture without alpha. Give 4 channels, or "auto".`
      : `Argument "polarity": expected ${polarities.map((name) => `"${name}"`).join(', ')}, got "${polarity}".`,
  });
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
  const alpha = new Float32Array(pixelCount);
  for (let pixel = 0; pixel < pixelCount; pixel++) alpha[pixel] = rgba[pixel * 4 + 3];
  return alpha;
}

/** Brightness by Rec. 601, 0 … 255; what shines through is taken as white. */
function greyOf(colours: ArrayLike<number>, pixelCount: number, channels: number): Float32Array {
  const grey = new Float32Array(pixelCount);
  for (let pixel = 0; pixel < pixelCount; pixel++) {
    const start = pixel * channels;
    if (channels === 1) {
      grey[pixel] = colours[pixel];
      continue;
    }
    const brightness = (299 * colours[start] + 587 * colours[start + 1] + 114 * colours[start + 2]) / 1000;
    const alpha = channels === 4 ? colours[start + 3] / 255 : 1;
    grey[pixel] = alpha * brightness + (1 - alpha) * 255;
  }
  return grey;
}

/**
 * How far each pixel is from the paper, to the side (darker or lighter) on which the ink is.
 *
 * @param isDark whether the ink is darker than the paper. @default found out
 */
function contrastOf(
  grey: Float32Array,
  border: readonly number[],
  isDark: boolean | undefined,
): Float32Array {
  const ofBorder = border.map((pixel) => grey[pixel]);
  let paper = quantile(ofBorder, 0.5);
  let isInkDark = isDark ?? isInkDarker(grey, paper);
  let least = 255;
  let most = 0;
  for (const value of grey) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const middle = (least + most) / 2;
  const lightShare = shareAbove(ofBorder, middle);
  if (Math.abs(lightShare - 0.5) < MIXED_BORDER) {
    // A digit that fills the picture: there is more paper than ink, at the border and in all.
    isInkDark = isDark ?? lightShare + shareAbove(grey, middle) >= 1;
    paper = quantile(
      ofBorder.filter((value) => value > middle === isInkDark),
      0.5,
    );
  }
  const sign = isInkDark ? -1 : 1;
  return grey.map((value) => Math.max(0, sign * (value - paper)));
}

/** Ink at so much of the border that half of it less so much is paper. */
const MIXED_BORDER = 0.35;

const shareAbove = (values: ArrayLike<number>, level: number) =>
  Array.prototype.filter.call(values, (value) => value > level).length / values.length;

function isInkDarker(grey: Float32Array, paper: number): boolean {
  let darker = 0;
  let lighter = 0;
  for (const value of grey) {
    // Squared, so that the grain of a large paper does not outweigh a small digit.
    if (value < paper) darker += (paper - value) ** 2;
    else lighter += (value - paper) ** 2;
  }
  return darker >= lighter;
}

function stretch(strength: Float32Array, grain: number, width: number, grains = 1): Uint8Array {
  const strongest = strength.reduce((most, value) => Math.max(most, value), 0);
  const pixels = new Uint8Array(strength.length);
  if (strongest < Math.max(LEAST_CONTRAST, LEAST_GRAINS * grain)) return pixels;
  const paper = Math.max(grains * grain, PAPER_SHARE * strongest);
  const ripple = Math.max(grains * grain, RIPPLE_SHARE * strongest);
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
