import { cutOut, pieceOf } from './cut-out.js';
import { findCuts } from './find-cuts.js';
import type { Strokes } from './find-strokes.js';
import type { InkComponent } from './ink-components.js';
import type { InkImage } from './ink-image.js';
import { joinComponents, likenessToFour } from './merge-strokes.js';
import type { DigitSegment } from './segment-digits.js';

/** What may be one digit: some neighbours in a row of pieces. */
export interface DigitCandidate {
  readonly segment: DigitSegment;
  /** Its first piece, and the one behind its last. */
  readonly first: number;
  readonly end: number;
  /** Whether only a four may come of it. */
  readonly isFour: boolean;
  /** What it costs by its form, whatever it looks like, as the negative logarithm of a probability. */
  readonly cost: number;
}

/** Shares of the usual height: wider ink may be several digits, and how wide one of those may be. */
const WIDEST_DIGIT = 0.9;
const NARROWEST_PIECE = 0.12;
const WIDEST_PIECE = 1.1;
const CUT_STEP = 0.2;
/** Ink wider than this is cut nowhere: a line, not a number. */
const WIDEST_NUMBER = 8;
/** What a cut costs, and what each usual height of width above the widest digit costs where there is none. */
const CUT_COST = 1.1;
const WIDTH_COST = 5;
/** What it costs to put two together that are not clearly one, and the other way round. */
const JOIN_COST = 2;

/**
 * All that the digits of a picture may be: what hangs together, the parts of what is wide, and two that may be a four
 * in two strokes.
 *
 * @param digits in reading order
 */
export function digitCandidates(
  ink: InkImage,
  digits: readonly InkComponent[],
  { labels, usualHeight }: Strokes,
): DigitCandidate[] {
  const candidates: DigitCandidate[] = [];
  let first = 0;
  for (const [index, digit] of digits.entries()) {
    const whole = { box: digit.box, ink: cutOut(ink, labels, digit) };
    const parts = cutCandidates(whole, first, usualHeight);
    const end = parts.reduce((last, part) => Math.max(last, part.end), first + 1);
    const likeness = index === 0 ? 'none' : likenessToFour(digits[index - 1].box, digit.box, usualHeight);
    const width = (digit.box.right - digit.box.left) / usualHeight;
    const cost = WIDTH_COST * Math.max(0, width - WIDEST_DIGIT) + (likeness === 'clear' ? JOIN_COST : 0);
    candidates.push({ segment: whole, first, end, cost, isFour: false }, ...parts);
    if (likeness !== 'none') {
      const both = joinComponents(digits[index - 1], digit);
      candidates.push({
        segment: { box: both.box, ink: cutOut(ink, labels, both) },
        first: candidates.findLast((before) => before.end === first && !before.isFour)!.first,
        end,
        cost: likeness === 'clear' ? 0 : JOIN_COST,
        isFour: true,
      });
    }
    first = end;
  }
  return candidates;
}

/** The parts of one that is wide, from each cut to each other one. */
function cutCandidates(whole: DigitSegment, start: number, usualHeight: number): DigitCandidate[] {
  const { width } = whole.ink;
  if (width <= WIDEST_DIGIT * usualHeight || width > WIDEST_NUMBER * usualHeight) return [];
  const places: number[] = [];
  for (let place = CUT_STEP * usualHeight; place < width - NARROWEST_PIECE * usualHeight; ) {
    places.push(place);
    place += CUT_STEP * usualHeight;
  }
  const cuts = [undefined, ...findCuts(whole.ink, places, usualHeight), undefined];
  const parts: DigitCandidate[] = [];
  for (let left = 0; left + 1 < cuts.length; left++) {
    for (let right = left + 1; right < cuts.length; right++) {
      if (left === 0 && right === cuts.length - 1) continue;
      const segment = pieceOf(whole, cuts[left], cuts[right]);
      if (!segment) continue;
      const share = segment.ink.width / usualHeight;
      if (share < NARROWEST_PIECE || share > WIDEST_PIECE) continue;
      const cost = CUT_COST + WIDTH_COST * Math.max(0, share - WIDEST_DIGIT);
      parts.push({ segment, first: start + left, end: start + right, cost, isFour: false });
    }
  }
  return parts;
}
