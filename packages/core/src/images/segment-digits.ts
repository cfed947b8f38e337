import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { InkBox } from './find-ink.js';
import { type InkComponent, inkComponents } from './ink-components.js';
import type { InkImage } from './ink-image.js';
import { mergeStrokes } from './merge-strokes.js';
import { readingOrder } from './reading-order.js';

/** One digit of a picture. */
export interface DigitSegment {
  /** The smallest rectangle around it, in pixels of the picture. */
  readonly box: InkBox;
  /** Its ink alone, of the size of the box and the type of the picture: what `normalizeDigit` takes. */
  readonly ink: InkImage;
}

/**
 * Takes a picture with several digits apart, in reading order: line by line from the top, each from the
 * left. Lines may slant.
 *
 * What hangs together is one digit. Strokes that do not touch are put together where one alone could not
 * be a digit (the bar of a five beside its body), where one lies over the other (a broken stroke), or
 * where an open four has its upright beside it. Digits that touch stay one: nothing is cut.
 *
 * @param ink the whole picture, e.g. of `inkFromRgba`
 * @param options.threshold share of full ink from which pixels hang together, `0 … 1`. @default 0.25
 * @param options.leastHeight specks that are lower and narrower than this share of the usual height of a
 *   digit are dropped, `0 … 1`. @default 0.15
 * @returns none where there is no ink
 * @throws {InvalidArgumentError} when the number of pixels is not that of the size, or an option is out of
 *   range
 * @example
 * import { segmentDigits } from '@lenet/core/images';
 *
 * const pixels = Uint8Array.of(255, 0, 0, 0, 255, 255, 0, 0, 0, 255); // two strokes of two pixels
 * console.log(segmentDigits({ pixels, height: 2, width: 5 }).map(({ box }) => box.left)); // [ 0, 4 ]
 */
export function segmentDigits(
  ink: InkImage,
  { threshold = 0.25, leastHeight = 0.15 }: { threshold?: number; leastHeight?: number } = {},
): DigitSegment[] {
  requireShare('threshold', threshold);
  requireShare('leastHeight', leastHeight);
  const { labels, components } = inkComponents(ink, threshold);
  if (components.length === 0) return [];
  const usualHeight = heightOfDigits(components);
  const strokes = components.filter(
    ({ box }) => Math.max(box.bottom - box.top, box.right - box.left) >= leastHeight * usualHeight,
  );
  return readingOrder(mergeStrokes(strokes, usualHeight), usualHeight).map((digit) => ({
    box: digit.box,
    ink: cutOut(ink, labels, digit),
  }));
}

/** The height that three quarters of all ink do not exceed: parts of digits and specks have less. */
function heightOfDigits(components: readonly InkComponent[]): number {
  const sorted = components
    .map(({ box, pixelCount }) => ({ height: box.bottom - box.top, pixelCount }))
    .sort((a, b) => a.height - b.height);
  let left = 0.75 * sorted.reduce((sum, { pixelCount }) => sum + pixelCount, 0);
  for (const { height, pixelCount } of sorted) {
    left -= pixelCount;
    if (left <= 0) return height;
  }
  return sorted[sorted.length - 1].height;
}

function cutOut(ink: InkImage, labels: Int32Array, { box, members }: InkComponent): InkImage {
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

function requireShare(argument: string, value: number): void {
  if (value >= 0 && value <= 1) return;
  throw new InvalidArgumentError({
    argument,
    received: value,
    message: `Argument "${argument}": expected a number from 0 to 1, got ${value}.`,
  });
}
