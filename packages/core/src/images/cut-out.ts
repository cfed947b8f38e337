import type { Cut } from './find-cuts.js';
import { findInk } from './find-ink.js';
import type { InkComponent } from './ink-components.js';
import type { InkImage } from './ink-image.js';
import type { DigitSegment } from './segment-digits.js';

/** The ink of one component alone, of the size of its box. */
export function cutOut(ink: InkImage, labels: Int32Array, { box, members }: InkComponent): InkImage {
  const height = box.bottom - box.top;
  const width = box.right - box.left;
  const pixels =
    ink.pixels instanceof Float32Array ? new Float32Array(height * width) : new Uint8Array(height * width);
  const own = new Set(members);
  for (let row = 0; row < height; row++) {
    const start = (box.top + row) * ink.width + box.left;
    for (let column = 0; column < width; column++) {
      if (own.has(labels[start + column])) pixels[row * width + column] = ink.pixels[start + column];
    }
  }
  return { pixels, height, width };
}

/**
 * What of a digit lies between two cuts, in a box of its own.
 *
 * @param left undefined for its left edge
 * @param right undefined for its right edge
 * @returns null where there is no ink
 */
export function pieceOf(
  { box, ink }: DigitSegment,
  left: Cut | undefined,
  right: Cut | undefined,
): DigitSegment | null {
  const { height, width } = ink;
  const pixels = ink.pixels.slice() as Uint8Array | Float32Array;
  for (let row = 0; row < height; row++) {
    pixels.fill(0, row * width, row * width + (left ? left[row] : 0));
    if (right) pixels.fill(0, row * width + right[row], (row + 1) * width);
  }
  const own = findInk(pixels, 0, height, width, 0);
  if (own === null) return null;
  const part = new (pixels.constructor as typeof Uint8Array)((own.bottom - own.top) * (own.right - own.left));
  for (let row = own.top; row < own.bottom; row++) {
    const line = pixels.subarray(row * width + own.left, row * width + own.right);
    part.set(line, (row - own.top) * (own.right - own.left));
  }
  return {
    box: {
      left: box.left + own.left,
      top: box.top + own.top,
      right: box.left + own.right,
      bottom: box.top + own.bottom,
    },
    ink: { pixels: part, height: own.bottom - own.top, width: own.right - own.left },
  };
}
