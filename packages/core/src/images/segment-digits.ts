import { cutOut } from './cut-out.js';
import type { InkBox } from './find-ink.js';
import { findStrokes } from './find-strokes.js';
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
  const { labels, strokes, usualHeight } = findStrokes(ink, threshold, leastHeight);
  return readingOrder(mergeStrokes(strokes, usualHeight), usualHeight).map((digit) => ({
    box: digit.box,
    ink: cutOut(ink, labels, digit),
  }));
}
