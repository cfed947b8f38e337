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
/** The angle of a four is lower than its upright by this share; two whole digits are of one height. */
const ANGLE_HEIGHT = 0.85;
/** How much lower than the rest of a four its upright ends. */
const UPRIGHT_BELOW = 0.15;

/**
 * Puts the strokes of one digit together.
 *
 * @param usualHeight of a digit, in pixels
 */
export function mergeStrokes(strokes: readonly InkComponent[], usualHeight: number): InkComponent[] {
  const digits = [...strokes];
  for (let pair = nearestPair(digits, usualHeight); pair; pair = nearestPair(digits, usualHeight)) {
    const [first, second] = pair;
    const merged = join(digits[first], digits[second]);
    digits.splice(second, 1);
    digits[first] = merged;
  }
  return digits;
}

/** The two strokes of one digit that are nearest to each other. */
function nearestPair(digits: readonly InkComponent[], usualHeight: number): [number, number] | undefined {
  let nearest: [number, number] | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let first = 0; first < digits.length; first++) {
    for (let second = first + 1; second < digits.length; second++) {
      const distance = gapBetween(digits[first].box, digits[second].box);
      if (distance >= least || !areOneDigit(digits[first].box, digits[second].box, usualHeight)) continue;
      least = distance;
      nearest = [first, second];
    }
  }
  return nearest;
}

function areOneDigit(a: InkBox, b: InkBox, usualHeight: number): boolean {
  const [across, down] = gaps(a, b);
  const height = Math.max(a.bottom, b.bottom) - Math.min(a.top, b.top);
  if (height > MOST_HEIGHT * usualHeight) return false;
  const isFragment = Math.min(a.bottom - a.top, b.bottom - b.top) < FRAGMENT_HEIGHT * usualHeight;
  if (isFragment && Math.max(across, 0) + Math.max(down, 0) <= FRAGMENT_GAP * usualHeight) return true;
  const overlap = -across / Math.min(a.right - a.left, b.right - b.left);
  if (overlap >= 0.5 && down <= BROKEN_GAP * usualHeight) return true;
  const [left, right] = a.left <= b.left ? [a, b] : [b, a];
  return isOpenFour(left, right, across, usualHeight);
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

function join(a: InkComponent, b: InkComponent): InkComponent {
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
