import type { ClassifierImages } from '@lenet/core';
import type { PaletteColour } from './encode-palette-png.js';

/** Pictures of one size. */
export interface Pictures {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  /** uint8 `[count, height, width]`: numbers of colours in the palette. */
  readonly levels: Uint8Array;
  readonly palette: readonly PaletteColour[];
}

/** Steps from nothing to full ink. */
const STEPS = 15;
const range = Array.from({ length: STEPS + 1 }, (_, level) => Math.round((level * 255) / STEPS));

/** From nothing to ink. */
const inkPalette = range.map((opacity): PaletteColour => [16, 30, 54, opacity]);
/** From blue over nothing to orange. */
const signedPalette: readonly PaletteColour[] = [
  ...range
    .slice(1)
    .reverse()
    .map((opacity): PaletteColour => [20, 92, 178, opacity]),
  ...range.map((opacity): PaletteColour => [190, 84, 16, opacity]),
];

/**
 * Images in 16 steps of ink.
 *
 * @param indices each `0 … images.count - 1`
 */
export function imagePictures(images: ClassifierImages, indices: readonly number[]): Pictures {
  const { height, width } = images;
  const size = height * width;
  const levels = new Uint8Array(indices.length * size);
  for (const [position, index] of indices.entries()) {
    for (let pixel = 0; pixel < size; pixel++) {
      levels[position * size + pixel] = Math.round((images.pixels[index * size + pixel] * STEPS) / 255);
    }
  }
  return { count: indices.length, height, width, levels, palette: inkPalette };
}

/**
 * Values in 16 steps of ink, from the smallest to the largest of all of them.
 *
 * @param values `[count, height, width]`
 */
export function valuePictures(values: Float32Array, height: number, width: number): Pictures {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  const scale = STEPS / (highest - lowest || 1);
  const levels = Uint8Array.from(values, (value) => Math.round((value - lowest) * scale));
  return { count: levels.length / (height * width), height, width, levels, palette: inkPalette };
}

/**
 * Values around zero: blue below, orange above, and the stronger the further away; the furthest of all of
 * them has the full colour.
 *
 * @param values `[count, height, width]`
 */
export function signedPictures(values: Float32Array, height: number, width: number): Pictures {
  let furthest = 0;
  for (const value of values) furthest = Math.max(furthest, Math.abs(value));
  const scale = STEPS / (furthest || 1);
  const levels = Uint8Array.from(values, (value) => Math.round(value * scale) + STEPS);
  return { count: levels.length / (height * width), height, width, levels, palette: signedPalette };
}
