// Pictures of what is no digit, made from a seed: for choosing when a network should rather say "unsure", and
// for measuring that on kinds which nothing was chosen on.
import { createKeyedRandom, type KeyedRandom } from '@lenet/core';
import { inkFromRgba, normalizeDigit } from '@lenet/core/images';
import { SIDE as DIGIT_SIDE } from '../images/digit-picture.js';
import {
  drawCrossingOut,
  drawFigure,
  drawInventedSign,
  drawScribble,
  drawTwoDigits,
  SIDE,
} from './drawn-figures.js';
import { knownLetters, knownSigns, type LineFigure, otherLetters, otherSigns } from './line-figures.js';
import {
  drawBricks,
  drawChessboard,
  drawClouds,
  drawHatching,
  drawLeaves,
  drawNoise,
  drawStains,
} from './textures.js';

/** One kind of what is no digit. */
export interface NonDigitKind {
  readonly name: string;
  /** Kinds that are kept apart say whether what was chosen on the others holds for more than those. */
  readonly use: 'choosing' | 'measuring';
  /** @returns ink `0 … 1`, float32 `[SIDE, SIDE]` */
  readonly draw: (random: KeyedRandom, seed: number, item: number) => Float32Array;
}

const oneOf = (figures: Readonly<Record<string, LineFigure>>) => (random: KeyedRandom) => {
  const all = Object.values(figures);
  return drawFigure(all[random.nextBelow(all.length)], random);
};

export const nonDigitKinds: readonly NonDigitKind[] = [
  { name: 'scribbles', use: 'choosing', draw: drawScribble },
  { name: `letters ${Object.keys(knownLetters).join(' ')}`, use: 'choosing', draw: oneOf(knownLetters) },
  { name: `signs (${Object.keys(knownSigns).join(', ')})`, use: 'choosing', draw: oneOf(knownSigns) },
  { name: 'invented signs', use: 'choosing', draw: drawInventedSign },
  { name: 'stains', use: 'choosing', draw: drawStains },
  { name: 'hatching', use: 'choosing', draw: drawHatching },
  { name: 'chessboards', use: 'choosing', draw: drawChessboard },
  { name: `letters ${Object.keys(otherLetters).join(' ')}`, use: 'measuring', draw: oneOf(otherLetters) },
  { name: `signs (${Object.keys(otherSigns).join(', ')})`, use: 'measuring', draw: oneOf(otherSigns) },
  { name: 'noise', use: 'measuring', draw: drawNoise },
  { name: 'crossings-out', use: 'measuring', draw: drawCrossingOut },
  { name: 'bricks', use: 'measuring', draw: drawBricks },
  { name: 'clouds', use: 'measuring', draw: drawClouds },
  { name: 'photographs (dead leaves)', use: 'measuring', draw: drawLeaves },
  {
    name: 'two digits',
    use: 'measuring',
    draw: (random, seed, item) => drawTwoDigits(seed, item, random),
  },
];

/** Images of one kind, as the network sees them. */
export interface NonDigits {
  /** uint8 `[count, 28, 28]`: those that are not blank */
  readonly pixels: Uint8Array;
  readonly count: number;
  readonly height: number;
  readonly width: number;
  /** Pictures in which no ink was found; they are not among the images. */
  readonly blank: number;
}

/**
 * @param count pictures, blank ones included
 * @param seed uint32
 */
export function generateNonDigits({ name, draw }: NonDigitKind, count: number, seed: number): NonDigits {
  const images: Uint8Array[] = [];
  for (let item = 0; item < count; item++) {
    const random = createKeyedRandom({ seed, purpose: `non-digits/${name}`, item });
    const grey = Uint8Array.from(draw(random, seed, item), (ink) => Math.round(255 * (1 - ink)));
    const image = normalizeDigit(inkFromRgba(grey, SIDE, SIDE));
    if (image !== null) images.push(image);
  }
  const size = DIGIT_SIDE * DIGIT_SIDE;
  const pixels = new Uint8Array(images.length * size);
  for (const [index, image] of images.entries()) pixels.set(image, index * size);
  return {
    pixels,
    count: images.length,
    height: DIGIT_SIDE,
    width: DIGIT_SIDE,
    blank: count - images.length,
  };
}
