import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { type InkComponent, inkComponents } from './ink-components.js';
import type { InkImage } from './ink-image.js';

/** Ink that hangs together, and how high digits are in this picture. */
export interface Strokes {
  /** Of each pixel. */
  readonly labels: Int32Array;
  /** Without specks. */
  readonly strokes: readonly InkComponent[];
  /** In pixels; 0 where there is no ink. */
  readonly usualHeight: number;
}

/**
 * @throws {InvalidArgumentError} when the number of pixels is not that of the size, or a share is out of range
 */
export function findStrokes(ink: InkImage, threshold: number, leastHeight: number): Strokes {
  requireShare('threshold', threshold);
  requireShare('leastHeight', leastHeight);
  const { labels, components } = inkComponents(ink, threshold);
  if (components.length === 0) return { labels, strokes: [], usualHeight: 0 };
  const usualHeight = heightOfDigits(components);
  const strokes = components.filter(
    ({ box }) => Math.max(box.bottom - box.top, box.right - box.left) >= leastHeight * usualHeight,
  );
  return { labels, strokes, usualHeight };
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

function requireShare(argument: string, value: number): void {
  if (value >= 0 && value <= 1) return;
  throw new InvalidArgumentError({
    argument,
    received: value,
    message: `Argument "${argument}": expected a number from 0 to 1, got ${value}.`,
  });
}
