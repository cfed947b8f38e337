import type { Decision } from '../classification/decide.js';
import { portableLog } from '../maths/portable-log.js';
import { type DigitCandidate, digitCandidates } from './digit-candidates.js';
import { findStrokes } from './find-strokes.js';
import type { InkImage } from './ink-image.js';
import { mergeStrokes } from './merge-strokes.js';
import { readingOrder } from './reading-order.js';
import type { DigitSegment } from './segment-digits.js';

/** What is less probable costs no more: one that cannot be read must not outweigh all others. */
const LEAST_PROBABILITY = 1e-4;
/** What is left of the probability of what looks like no digit. */
const UNSURE_SHARE = 0.2;

/** What a network makes of a candidate, as `decide` tells it. */
export type CandidateReading = Pick<Decision, 'decision' | 'probabilities'>;

/** One digit of a picture, and what a network made of it. */
export interface ReadSegment<Reading> extends DigitSegment {
  /** As `read` gave it. */
  readonly reading: Reading;
}

/**
 * As `segmentDigits`, but a network decides where boxes do not tell: whether something wide is one digit or several
 * that touch, and whether two strokes side by side are a four. Of all ways to read the row, the most probable one is
 * taken.
 *
 * Source: LeCun, Bottou, Bengio, Haffner, "Gradient-Based Learning Applied to Document Recognition", 1998, section V:
 * too many cuts, and the best path through what a network makes of the pieces.
 *
 * @param ink the whole picture, e.g. of `inkFromPhotograph`
 * @param read what the network makes of each candidate, all of them in one call: normalise, classify and `decide`. Not
 *   called where there is no ink. `classifyTogether` reads several with more care
 * @param options as for `segmentDigits`
 * @returns each digit with what `read` made of it; none where there is no ink
 * @throws {InvalidArgumentError} as `segmentDigits` does
 * @example
 * import { segmentDigitsBy } from '@lenet/core/images';
 *
 * const ink = { pixels: Uint8Array.of(255, 0, 0, 0, 255, 255, 0, 0, 0, 255), height: 2, width: 5 };
 * const reading = { decision: 'digit' as const, probabilities: Array(10).fill(0.1) };
 * const read = async (candidates: readonly unknown[]) => candidates.map(() => reading);
 * for (const { box, reading } of await segmentDigitsBy(ink, read)) console.log(box.left, reading.decision); // 0 digit, 4 digit
 */
export async function segmentDigitsBy<Reading extends CandidateReading>(
  ink: InkImage,
  read: (candidates: readonly DigitSegment[]) => Promise<readonly Reading[]>,
  { threshold = 0.25, leastHeight = 0.15 }: { threshold?: number; leastHeight?: number } = {},
): Promise<ReadSegment<Reading>[]> {
  const found = findStrokes(ink, threshold, leastHeight);
  if (found.strokes.length === 0) return [];
  const digits = mergeStrokes(found.strokes, found.usualHeight, { joinsFours: false });
  const candidates = digitCandidates(ink, readingOrder(digits, found.usualHeight), found);
  const readings = await read(candidates.map(({ segment }) => segment));
  const costs = candidates.map(({ isFour, cost }, index) => {
    const { decision, probabilities } = readings[index];
    const probability = isFour ? probabilities[4] : Math.max(...probabilities);
    const share = { digit: 1, unsure: UNSURE_SHARE, blank: 0 }[decision];
    return cost - portableLog(Math.max(LEAST_PROBABILITY, share * probability));
  });
  return cheapest(candidates, costs).map((index) => ({
    ...candidates[index].segment,
    reading: readings[index],
  }));
}

/** Positions of the candidates that cost least together, each piece in one of them. */
function cheapest(candidates: readonly DigitCandidate[], costs: readonly number[]): number[] {
  const count = candidates.reduce((last, { end }) => Math.max(last, end), 0);
  const best = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  const taken = new Int32Array(count + 1);
  best[0] = 0;
  const order = [...candidates.keys()].sort((a, b) => candidates[a].end - candidates[b].end);
  for (const index of order) {
    const { first, end } = candidates[index];
    if (best[first] + costs[index] >= best[end]) continue;
    best[end] = best[first] + costs[index];
    taken[end] = index;
  }
  const path: number[] = [];
  for (let end = count; end > 0; end = candidates[taken[end]].first) path.push(taken[end]);
  return path.reverse();
}
