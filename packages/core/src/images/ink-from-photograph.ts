import { dropSpecks } from './drop-specks.js';
import { frameWidth } from './frame-width.js';
import type { InkOptions } from './ink-from-rgba.js';
import type { InkImage } from './ink-image.js';
import { inkStrength } from './ink-strength.js';
import { removeLines } from './remove-lines.js';
import { stretchInk } from './stretch-ink.js';

/**
 * As `inkFromRgba`, but that the lines of ruled and squared paper, and frames, are taken out where there are any, and
 * specks. Of a picture without them the ink is the same.
 *
 * @param colours uint8 `[height, width, channels]`: 4 channels as of a canvas, 3 without alpha, or 1 of
 *   grey
 * @param width columns, in pixels
 * @param height rows, in pixels
 * @returns uint8 `[height, width]`, the strongest ink 255; all 0 where there is no contrast
 * @throws {InvalidArgumentError} when the number of bytes does not fit the size, or `transparent` is asked
 *   for without alpha
 * @example
 * import { inkFromPhotograph } from '@lenet/core/images';
 *
 * const grey = new Uint8Array(80 * 80).fill(240); // paper
 * for (let row = 10; row < 80; row += 20) grey.fill(150, row * 80, row * 80 + 80); // ruled
 * for (let row = 15; row < 65; row++) grey.fill(40, row * 80 + 38, row * 80 + 42); // a stroke
 * const { pixels } = inkFromPhotograph(grey, 80, 80);
 * console.log(pixels[30 * 80 + 5], pixels[30 * 80 + 40]); // 0 255
 */
export function inkFromPhotograph(
  colours: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  options: InkOptions = {},
): InkImage {
  const frame = frameWidth(colours, width, height);
  if (frame > 0) return withinFrame(colours, width, height, frame, options);
  const found = inkStrength(colours, width, height, options);
  const withoutLines = removeLines(found.strength, width, height, found.paper);
  const pixels = stretchInk({ ...found, strength: withoutLines ?? found.strength }, width);
  dropSpecks(pixels, height, width, { isPhotograph: found.wasUneven || withoutLines !== null });
  return { pixels, height, width };
}

/** The ink within a frame, of the size of the whole. */
function withinFrame(
  colours: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  frame: number,
  options: InkOptions,
): InkImage {
  const channels = colours.length / (width * height);
  const innerWidth = width - 2 * frame;
  const innerHeight = height - 2 * frame;
  const inner = new Uint8Array(innerWidth * innerHeight * channels);
  for (let row = 0; row < innerHeight; row++) {
    const start = ((row + frame) * width + frame) * channels;
    inner.set(colours.subarray(start, start + innerWidth * channels), row * innerWidth * channels);
  }
  const ink = inkFromPhotograph(inner, innerWidth, innerHeight, options);
  const pixels = new Uint8Array(width * height);
  for (let row = 0; row < innerHeight; row++) {
    const line = ink.pixels.subarray(row * innerWidth, (row + 1) * innerWidth);
    pixels.set(line, (row + frame) * width + frame);
  }
  return { pixels, height, width };
}
