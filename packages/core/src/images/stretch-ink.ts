import type { InkStrength } from './ink-strength.js';
import { quantile } from './quantile.js';

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

/**
 * Tells ink from the grain of the paper.
 *
 * @returns uint8 `[height, width]`, the strongest ink 255; all 0 where there is none
 */
export function stretchInk({ strength, border, wasUneven }: InkStrength, width: number): Uint8Array {
  const pixels = new Uint8Array(strength.length);
  let strongest = 0;
  for (const value of strength) if (value > strongest) strongest = value;
  // Where light was made up for, grain was made stronger in the dark parts than most of the border shows.
  const grain = grainOf(strength, border, width, strongest);
  if (strongest < Math.max(LEAST_CONTRAST, LEAST_GRAINS * grain)) return pixels;
  const grains = wasUneven ? UNEVEN_GRAIN : 1;
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

/**
 * How strong paper looks at most, but for 1 of 20 pixels of the border. Where that is much, it may be the ink of
 * a digit that fills the picture: then what neighbours differ by tells. In noise they differ as much as any two
 * pixels; in ink, and be it of 8x8 dots, less, and what is left of that is the same wherever ink is even.
 */
function grainOf(
  strength: Float32Array,
  border: readonly number[],
  width: number,
  strongest: number,
): number {
  const ofBorder = quantile(
    border.map((pixel) => strength[pixel]),
    0.95,
  );
  if (ofBorder < RIPPLE_SHARE * strongest) return ofBorder;
  const differences: number[] = [];
  for (let pixel = width + 1; pixel < strength.length; pixel++) {
    if (pixel % width === 0) continue;
    const above = strength[pixel - width] - strength[pixel - width - 1];
    differences.push(Math.abs(strength[pixel] - strength[pixel - 1] - above));
  }
  if (differences.length === 0) return 0;
  if (meanSquare(differences) > NOISE_SHARE * 4 * variance(strength)) return strongest;
  const grain = GRAIN_OF_DIFFERENCES * quantile(differences, 0.1);
  // Few dots have few differences, all of them of strokes: no more than ripples are taken out by them.
  return Math.min(grain, RIPPLE_SHARE * strongest);
}

/** Of normal noise: its 95 % quantile, by the 10 % quantile of differences of four pixels, 1.645 / (2 · 0.1257). */
const GRAIN_OF_DIFFERENCES = 6.54;
/**
 * The mean square of the differences of four pixels is four times the variance in noise. Of 1,000 digits of MNIST's
 * training set at 8x8, to the edges, none is above this share of that; of noise of 16x16 or more, 1 % is below.
 */
const NOISE_SHARE = 0.75;

function meanSquare(values: Iterable<number>, mean = 0): number {
  let sum = 0;
  let count = 0;
  for (const value of values) {
    sum += (value - mean) * (value - mean);
    count++;
  }
  return sum / count;
}

function variance(values: Float32Array): number {
  return meanSquare(values, values.reduce((sum, value) => sum + value, 0) / values.length);
}
