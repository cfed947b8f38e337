import { inkFromRgba, normalizeDigit } from '@lenet/core/images';
import type { RgbaPicture } from './reader.ts';

/**
 * As the recognizer does it: what other runtimes are given.
 *
 * @returns float32 `[28, 28]` from 0 to 1; null where there is no ink
 */
export function normalise({ data, width, height }: RgbaPicture): Float32Array | null {
  const pixels = normalizeDigit(inkFromRgba(data, width, height));
  return pixels && Float32Array.from(pixels, (value) => value / 255);
}

/** The digit with the largest score. */
export function largest(scores: ArrayLike<number>): number {
  let digit = 0;
  for (let index = 1; index < scores.length; index++) if (scores[index] > scores[digit]) digit = index;
  return digit;
}
