import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { InkImage } from './ink-image.js';

/** The pixels of an ink image, and what full ink is in them. */
export interface PlainInk {
  readonly pixels: Uint8Array | Float32Array;
  readonly full: 255 | 1;
}

/**
 * Checks the size of an ink image; nothing is copied.
 *
 * @throws {InvalidArgumentError} when the number of pixels is not `height * width`
 */
export function plainInk({ pixels, height, width }: InkImage): PlainInk {
  if (pixels.length !== height * width) {
    throw new InvalidArgumentError({
      argument: 'ink',
      received: pixels.length,
      message: `Ink image: expected ${height * width} pixels for ${height}x${width}, got ${pixels.length}. Give one number for each pixel.`,
    });
  }
  if (pixels instanceof Float32Array) return { pixels, full: 1 };
  return { pixels: new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.length), full: 255 };
}
