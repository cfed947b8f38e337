import { createKeyedRandom, type KeyedRandom } from '@lenet/core';
import type { Grey } from './draw-strokes.ts';

/** The longer side of a digit: those of one writer have about one height. */
const HEIGHT = 80;
/** Of the picture, and how much paper there is at both ends. */
const PICTURE_HEIGHT = 180;
const MARGIN = 20;

/** One digit, cut to its ink. */
export interface WrittenDigit {
  readonly digit: number;
  readonly ink: Grey;
}

/**
 * Writes the digits of one number.
 *
 * @param side of the longer side of the ink, in pixels
 */
export type Hand = (place: number, side: number, random: KeyedRandom) => WrittenDigit;

/** A number as somebody writes it. */
export interface WrittenNumber {
  readonly ink: Grey;
  readonly digits: readonly number[];
}

/**
 * Digits side by side, their middles on a line that slants a little, their sizes within a tenth of each other.
 *
 * @param gaps least and largest gap between the ink of two digits, in shares of their height; below 0 they overlap
 */
export function writeNumber(
  hand: Hand,
  length: number,
  gaps: readonly [least: number, largest: number],
  seed: number,
  item: number,
): WrittenNumber {
  const random = createKeyedRandom({ seed, purpose: `numbers/${length}/${gaps.join()}`, item });
  const slope = 0.06 * (2 * random.nextUniform() - 1);
  const written: WrittenDigit[] = [];
  const lefts: number[] = [];
  let right = MARGIN;
  for (let place = 0; place < length; place++) {
    const side = HEIGHT * (0.9 + 0.2 * random.nextUniform());
    const gap = (gaps[0] + (gaps[1] - gaps[0]) * random.nextUniform()) * HEIGHT;
    const own = hand(place, side, random);
    const left = Math.round(right + (place > 0 ? gap : 0));
    written.push(own);
    lefts.push(left);
    right = left + own.ink.width;
  }
  const width = Math.max(...written.map(({ ink }, place) => lefts[place] + ink.width)) + MARGIN;
  const pixels = new Float32Array(width * PICTURE_HEIGHT);
  for (const [place, { ink }] of written.entries()) {
    const top = Math.round(PICTURE_HEIGHT / 2 + slope * lefts[place] - ink.height / 2);
    for (let row = 0; row < ink.height; row++) {
      for (let column = 0; column < ink.width; column++) {
        const pixel = (top + row) * width + lefts[place] + column;
        pixels[pixel] = Math.max(pixels[pixel], ink.pixels[row * ink.width + column]);
      }
    }
  }
  return { ink: { pixels, width, height: PICTURE_HEIGHT }, digits: written.map(({ digit }) => digit) };
}
