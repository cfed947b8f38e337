import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { requireInteger } from '../errors/require-argument.js';
import { evenLight } from './even-light.js';
import type { InkOptions } from './ink-from-rgba.js';
import { quantile } from './quantile.js';

/** How far each pixel of a picture is from its paper, before it is known what is grain and what is ink. */
export interface InkStrength {
  /** `[height, width]`, 0 … 255. */
  readonly strength: Float32Array;
  /** The pixels at the border. */
  readonly border: readonly number[];
  /** Brightness of the paper, that ink takes a share of; Infinity where ink is light, or on nothing. */
  readonly paper: number;
  /** Whether uneven light was taken out. */
  readonly wasUneven: boolean;
}

/** Takes uneven light out and finds out on which side of the paper the ink is; for the arguments see `inkFromRgba`. */
export function inkStrength(
  colours: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  { polarity = 'auto' }: InkOptions,
): InkStrength {
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
    return { strength, border, paper: Number.POSITIVE_INFINITY, wasUneven: false };
  }
  const grey = greyOf(colours, pixelCount, channels);
  const known = polarity === 'auto' ? undefined : polarity === 'dark-on-light' ? 'dark' : 'light';
  const even = evenLight(grey, width, height, known);
  const contrast = even
    ? contrastOf(even.grey, border, even.isDark)
    : contrastOf(grey, border, known && known === 'dark');
  return { ...contrast, border, wasUneven: even !== null };
}

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
): { strength: Float32Array; paper: number } {
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
  return {
    strength: grey.map((value) => Math.max(0, sign * (value - paper))),
    paper: isInkDark ? paper : Number.POSITIVE_INFINITY,
  };
}

/** Ink at so much of the border that half of it less so much is paper. */
const MIXED_BORDER = 0.35;

const shareAbove = (values: ArrayLike<number>, level: number) =>
  Array.prototype.filter.call(values, (value) => value > level).length / values.length;

/** Squared, so that the grain of a large paper does not outweigh a small digit. */
function isInkDarker(grey: Float32Array, paper: number): boolean {
  let sum = 0;
  for (const value of grey) sum += (paper - value) * Math.abs(paper - value);
  return sum >= 0;
}

function borderIndices(width: number, height: number): number[] {
  const indices: number[] = [];
  for (let column = 0; column < width; column++) indices.push(column, (height - 1) * width + column);
  for (let row = 0; row < height; row++) indices.push(row * width, row * width + width - 1);
  return indices;
}
