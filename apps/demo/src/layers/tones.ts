/** Red, green and blue, 0 … 255 each. */
export type Tone = readonly [number, number, number];

const positive: Tone = [255, 255, 255];
const negative: Tone = [96, 165, 255];
const speaksFor: Tone = [255, 150, 50];

/**
 * Colour of a value on black: white at `largest`, blue at minus `largest`, black at 0.
 *
 * @param largest above 0
 */
export function toneOf(value: number, largest: number): Tone {
  return scaled(value < 0 ? negative : positive, Math.abs(value) / largest);
}

/** As `toneOf`, orange for white: for weights and their products, which speak for or against. */
export function signedToneOf(value: number, largest: number): Tone {
  return scaled(value < 0 ? negative : speaksFor, Math.abs(value) / largest);
}

/** The largest magnitude, and never 0. */
export function largestOf(values: ArrayLike<number>): number {
  let largest = 0;
  for (let index = 0; index < values.length; index++) largest = Math.max(largest, Math.abs(values[index]));
  return largest || 1;
}

function scaled([red, green, blue]: Tone, share: number): Tone {
  const part = Math.min(1, share);
  return [Math.round(red * part), Math.round(green * part), Math.round(blue * part)];
}
