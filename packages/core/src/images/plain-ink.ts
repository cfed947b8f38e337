import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { requireInteger } from '../errors/require-argument.js';
import type { InkImage } from './ink-image.js';

/** The pixels of an ink image, and what full ink is in them. */
export interface PlainInk {
  readonly pixels: Uint8Array | Float32Array;
  readonly full: 255 | 1;
}

/**
 * Checks an ink image; nothing is copied.
 *
 * @throws {InvalidArgumentError} when a size is no whole number, the number of pixels is not `height * width`, or
 *   they are in an array of another type
 */
export function plainInk({ pixels, height, width }: InkImage): PlainInk {
  requireInteger('height', height, 0);
  requireInteger('width', width, 0);
  if (pixels.length !== height * width) {
    throw new InvalidArgumentError({
      argument: 'ink',
      received: pixels.length,
      message: `Ink image: expected ${height * width} pixels for ${height}x${width}, got ${pixels.length}. Give one number for each pixel.`,
    });
  }
  // By name: `instanceof` does not know the arrays of another window.
  const tag = (pixels as { [Symbol.toStringTag]?: string })[Symbol.toStringTag];
  if (tag === 'Float32Array') return { pixels: pixels as Float32Array, full: 1 };
  if (tag !== 'Uint8Array' && tag !== 'Uint8ClampedArray') {
    throw new InvalidArgumentError({
      argument: 'ink',
      received: pixels,
      message: `Ink image: expected pixels in a Uint8Array, Uint8ClampedArray or Float32Array, got ${tag ?? typeof pixels}. Convert them.`,
    });
  }
  return { pixels: new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.length), full: 255 };
}
