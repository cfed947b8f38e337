// Makes any picture of a digit look as those that the network was trained on. The steps are MNIST's
// (http://yann.lecun.com/exdb/mnist): the digit's bounding box is scaled to fit 20x20 with its
// proportions kept, anti-aliased, and its centre of mass goes to the middle of 28x28, by whole pixels.
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { InkImage } from './ink-image.js';
import { resampleAxis } from './resample-axis.js';

/** Side of a normalised image, in pixels. */
const SIZE = 28;
/** Longer side of the digit in it, in pixels. */
const DIGIT_SIZE = 20;

/**
 * Normalises a digit as MNIST's were. An image of MNIST itself stays as it is.
 *
 * The centre of mass comes within half a pixel of row 14 and column 14, counted from 0, as in MNIST;
 * where that would push ink over the border, the digit stays at the border.
 *
 * @param ink any size
 * @returns uint8 `[28, 28]`, row-major, 0 background, 255 full ink; null where there is no ink
 * @throws {InvalidArgumentError} when the number of pixels is not `height * width`
 */
export function normalizeDigit(ink: InkImage): Uint8Array | null {
  if (ink.pixels.length !== ink.height * ink.width) {
    throw new InvalidArgumentError({
      argument: 'ink',
      received: ink.pixels.length,
      message: `Ink image: expected ${ink.height * ink.width} pixels for ${ink.height}x${ink.width}, got ${ink.pixels.length}. Give one number for each pixel.`,
    });
  }
  const box = findInk(ink);
  if (box === null) return null;
  const digit = fitDigit(ink, box);
  return centreMass(digit);
}

/** A rectangle of pixels; `right` and `bottom` are the first column and row after it. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Digit {
  /** uint8 `[height, width]` */
  readonly pixels: Uint8Array;
  readonly height: number;
  readonly width: number;
}

function findInk({ pixels, height, width }: InkImage): Box | null {
  let left = width;
  let right = 0;
  let top = height;
  let bottom = 0;
  for (let row = 0; row < height; row++) {
    const start = row * width;
    let first = 0;
    while (first < width && !(pixels[start + first] > 0)) first++;
    if (first === width) continue;
    let last = width - 1;
    while (!(pixels[start + last] > 0)) last--;
    left = Math.min(left, first);
    right = Math.max(right, last + 1);
    top = Math.min(top, row);
    bottom = row + 1;
  }
  return bottom === 0 ? null : { left, top, right, bottom };
}

/** Scales the box so that its longer side is 20 pixels: first along the rows, then along the columns. */
function fitDigit(ink: InkImage, box: Box): Digit {
  const boxWidth = box.right - box.left;
  const boxHeight = box.bottom - box.top;
  const pixelSize = Math.max(boxWidth, boxHeight) / DIGIT_SIZE;
  const columns = resampleAxis(boxWidth, pixelSize);
  const rows = resampleAxis(boxHeight, pixelSize);
  const full = ink.pixels instanceof Float32Array ? 1 : 255;

  const narrowed = new Float64Array(boxHeight * columns.length); // [boxHeight, columns]
  for (let row = 0; row < boxHeight; row++) {
    const start = (box.top + row) * ink.width + box.left;
    for (let column = 0; column < columns.length; column++) {
      const { first, weights } = columns[column];
      let sum = 0;
      for (let tap = 0; tap < weights.length; tap++) {
        const value = ink.pixels[start + first + tap];
        if (value > 0) sum += weights[tap] * Math.min(value, full);
      }
      narrowed[row * columns.length + column] = sum;
    }
  }

  const pixels = new Uint8Array(rows.length * columns.length); // [rows, columns]
  for (let row = 0; row < rows.length; row++) {
    const { first, weights } = rows[row];
    for (let column = 0; column < columns.length; column++) {
      let sum = 0;
      for (let tap = 0; tap < weights.length; tap++) {
        sum += weights[tap] * narrowed[(first + tap) * columns.length + column];
      }
      pixels[row * columns.length + column] = Math.round((sum / full) * 255);
    }
  }
  return { pixels, height: rows.length, width: columns.length };
}

/** Null where the ink is too faint to be seen at this size. */
function centreMass({ pixels, height, width }: Digit): Uint8Array | null {
  let mass = 0;
  let massX = 0;
  let massY = 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const value = pixels[row * width + column];
      mass += value;
      massX += value * column;
      massY += value * row;
    }
  }
  if (mass === 0) return null;
  const left = placeWithin(SIZE / 2 - massX / mass, width);
  const top = placeWithin(SIZE / 2 - massY / mass, height);
  const image = new Uint8Array(SIZE * SIZE);
  for (let row = 0; row < height; row++) {
    image.set(pixels.subarray(row * width, (row + 1) * width), (top + row) * SIZE + left);
  }
  return image;
}

/** The whole pixel nearest to `start` from which `length` pixels fit into the image. */
function placeWithin(start: number, length: number): number {
  return Math.max(0, Math.min(SIZE - length, Math.round(start)));
}
