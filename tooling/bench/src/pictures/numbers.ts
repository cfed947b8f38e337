import { createKeyedRandom } from '@lenet/core';
import { generateStrokes } from '@lenet/core/synthetic';
import { drawStrokes, type Grey, type PenPoint, placeStrokes } from './draw-strokes.ts';

/** Digits of one writer have about one height. */
const HEIGHT = 80;
const PEN = 7;

/** A number as somebody writes it, and whether some of its digits touch. */
export interface WrittenNumber {
  readonly ink: Grey;
  readonly digits: readonly number[];
  readonly touches: boolean;
}

/**
 * A number of held-back digits side by side, on a line that slants a little.
 *
 * @param gaps least and largest gap between the ink of two digits, in shares of their height; below 0 they overlap
 */
export function writeNumber(
  length: number,
  gaps: readonly [least: number, largest: number],
  seed: number,
  item: number,
): WrittenNumber {
  const random = createKeyedRandom({ seed, purpose: `numbers/${length}/${gaps.join()}`, item });
  const slope = 0.06 * (2 * random.nextUniform() - 1);
  const strokes: PenPoint[][] = [];
  const digits: number[] = [];
  let right = 20;
  let touches = false;
  for (let place = 0; place < length; place++) {
    const digit = random.nextBelow(10);
    const drawn = generateStrokes({ digit, seed, item: item * 8 + place, split: 'test' }).strokes;
    const height = HEIGHT * (0.9 + 0.2 * random.nextUniform());
    const placed = placeStrokes(drawn, height, 0, 0);
    const least = Math.min(...placed.flat().map(({ x }) => x));
    const gap = (gaps[0] + (gaps[1] - gaps[0]) * random.nextUniform()) * HEIGHT;
    if (place > 0 && gap < 2) touches = true;
    const left = right + (place > 0 ? gap : 0) + PEN;
    const moved = placed.map((stroke) =>
      stroke.map(({ x, y }) => ({ x: x - least + left, y: y + 90 + slope * left })),
    );
    right = Math.max(...moved.flat().map(({ x }) => x));
    strokes.push(...moved);
    digits.push(digit);
  }
  return { ink: drawStrokes(strokes, PEN, Math.ceil(right) + 20, 180), digits, touches };
}
