import type { InkBox } from './find-ink.js';
import type { InkComponent } from './ink-components.js';

// Shares of the usual height of a digit, but for those that say otherwise.

/** What is lower is no digit by itself: it belongs to the nearest. */
const FRAGMENT_HEIGHT = 0.5;
/** How far a fragment may be from what it belongs to. */
const FRAGMENT_GAP = 0.3;
/** How far above one another two parts of a broken stroke may be. */
const BROKEN_GAP = 0.2;
/** How high parts that were put together may be. */
const MOST_HEIGHT = 1.5;
/** How far an upright may stand from an open four. */
const UPRIGHT_GAP = 0.3;
/** An upright is at most so wide, as a share of its height. */
const UPRIGHT_WIDTH = 0.45;
/** Where a network looks at what comes of it, an upright may be wider, and end higher than the rest by so much. */
const WIDEST_UPRIGHT = 0.6;
const LEAST_UPRIGHT = 0.1;
/** The angle of a four is lower than its upright by this share; two whole digits are of one height. */
const ANGLE_HEIGHT = 0.85;
/** How much lower than the rest of a four its upright ends. */
const UPRIGHT_BELOW = 0.15;

/**
 * Puts the strokes of one digit together: the nearest first, and what came of them again, until nothing
 * belongs together any more.
 *
 * @param usualHeight of a digit, in pixels
 * @param options.joinsFours whether an open four and its upright are put together. @default true
 */
export function mergeStrokes(
  strokes: readonly InkComponent[],
  usualHeight: number,
  { joinsFours = true } = {},
): InkComponent[] {
  let digits = [...strokes];
  for (;;) {
    const pairs = findPairs(digits, usualHeight, joinsFours);
    if (pairs.length === 0) return digits;
    const merged = new Map<InkComponent, InkComponent | undefined>();
    for (const [first, second] of pairs) {
      if (merged.has(first) || merged.has(second)) continue;
      merged.set(first, joinComponents(first, second));
      merged.set(second, undefined);
    }
    digits = digits.flatMap((digit) => (merged.has(digit) ? (merged.get(digit) ?? []) : digit));
  }
}

/** Strokes of one digit, the nearest first. Only what is near by columns is looked at. */
function findPairs(
  digits: readonly InkComponent[],
  usualHeight: number,
  joinsFours: boolean,
): [InkComponent, InkComponent][] {
  const sorted = [...digits].sort((a, b) => a.box.left - b.box.left);
  const reach = Math.max(FRAGMENT_GAP, UPRIGHT_GAP) * usualHeight;
  const pairs: { pair: [InkComponent, InkComponent]; gap: number }[] = [];
  for (const [index, first] of sorted.entries()) {
    for (let other = index + 1; other < sorted.length; other++) {
      const second = sorted[other];
      if (second.box.left > first.box.right + reach) break;
      if (!areOneDigit(first.box, second.box, usualHeight, joinsFours)) continue;
      pairs.push({ pair: [first, second], gap: gapBetween(first.box, second.box) });
    }
  }
  return pairs.sort((a, b) => a.gap - b.gap).map(({ pair }) => pair);
}

function areOneDigit(a: InkBox, b: InkBox, usualHeight: number, joinsFours: boolean): boolean {
  const [across, down] = gaps(a, b);
  const height = Math.max(a.bottom, b.bottom) - Math.min(a.top, b.top);
  if (height > MOST_HEIGHT * usualHeight) return false;
  const isFragment = Math.min(a.bottom - a.top, b.bottom - b.top) < FRAGMENT_HEIGHT * usualHeight;
  if (isFragment && Math.max(across, 0) + Math.max(down, 0) <= FRAGMENT_GAP * usualHeight) return true;
  const overlap = -across / Math.min(a.right - a.left, b.right - b.left);
  if (overlap >= 0.5 && down <= BROKEN_GAP * usualHeight) return true;
  const [left, right] = a.left <= b.left ? [a, b] : [b, a];
  return joinsFours && isOpenFour(left, right, across, usualHeight);
}

/**
 * Whether two digits that stand side by side might be the strokes of one: something narrow at the right, near by and
 * not lower than the left.
 *
 * @returns also whether they are, as far as their boxes tell
 */
export function likenessToFour(
  left: InkBox,
  right: InkBox,
  usualHeight: number,
): 'none' | 'possible' | 'clear' {
  const [across, down] = gaps(left, right);
  const isPossible =
    across <= UPRIGHT_GAP * usualHeight &&
    down < 0 &&
    right.right - right.left <= WIDEST_UPRIGHT * (right.bottom - right.top) &&
    right.bottom >= left.bottom - LEAST_UPRIGHT * usualHeight;
  if (!isPossible) return 'none';
  return isOpenFour(left, right, across, usualHeight) ? 'clear' : 'possible';
}

/** An angle at the left, open above, and an upright that begins beside it and ends lower. */
function isOpenFour(left: InkBox, right: InkBox, across: number, usualHeight: number): boolean {
  const uprightHeight = right.bottom - right.top;
  return (
    across <= UPRIGHT_GAP * usualHeight &&
    right.right - right.left <= UPRIGHT_WIDTH * uprightHeight &&
    left.bottom - left.top <= ANGLE_HEIGHT * uprightHeight &&
    right.bottom - left.bottom >= UPRIGHT_BELOW * usualHeight &&
    left.bottom > right.top
  );
}

/** Empty columns and rows between two boxes; below 0 where they overlap. */
function gaps(a: InkBox, b: InkBox): [across: number, down: number] {
  return [
    Math.max(a.left, b.left) - Math.min(a.right, b.right),
    Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom),
  ];
}

function gapBetween(a: InkBox, b: InkBox): number {
  const [across, down] = gaps(a, b);
  return Math.max(across, 0) + Math.max(down, 0);
}

export function joinComponents(a: InkComponent, b: InkComponent): InkComponent {
  return {
    box: {
      left: Math.min(a.box.left, b.box.left),
      top: Math.min(a.box.top, b.box.top),
      right: Math.max(a.box.right, b.box.right),
      bottom: Math.max(a.box.bottom, b.box.bottom),
    },
    pixelCount: a.pixelCount + b.pixelCount,
    members: [...a.members, ...b.members],
  };
}
