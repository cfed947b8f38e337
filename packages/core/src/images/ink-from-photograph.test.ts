import { expect, test } from 'vitest';
import { createKeyedRandom } from '../random/keyed-random.js';
import { generateDigits } from '../synthetic/generate-digits.js';
import { findInk } from './find-ink.js';
import { inkFromPhotograph } from './ink-from-photograph.js';
import { inkFromRgba } from './ink-from-rgba.js';

const SIDE = 160;
const PAPER = 240;

/** A stroke from the top right to the bottom left, five pixels wide, that takes 70 % of the light. */
const isStroke = (x: number, y: number) => y >= 30 && y < 130 && Math.abs(x - (120 - y / 2)) < 2.5;

/** Paper with that stroke, and what else takes some of the light, a share. */
function paper(lines: (x: number, y: number) => number, { hasInk = true, noise = 0 } = {}): Uint8Array {
  const random = createKeyedRandom({ seed: 1, purpose: 'ink-from-photograph.test' });
  return Uint8Array.from({ length: SIDE * SIDE }, (_, pixel) => {
    const [x, y] = [pixel % SIDE, Math.floor(pixel / SIDE)];
    const light = PAPER * (1 - lines(x, y)) * (hasInk && isStroke(x, y) ? 0.3 : 1);
    return Math.round(light + noise * (random.nextUniform() - 0.5));
  });
}

/** Ink at the wrong places: beside the stroke, or missing from it. */
function wrongPixels(grey: Uint8Array): number {
  const { pixels } = inkFromPhotograph(grey, SIDE, SIDE);
  return pixels.filter((value, pixel) => value > 127 !== isStroke(pixel % SIDE, Math.floor(pixel / SIDE)))
    .length;
}

/** A line of two pixels with soft edges at each multiple of the period. */
function line(place: number, period: number): number {
  const apart = Math.abs((((place % period) + period) % period) - period / 2);
  return Math.max(0, Math.min(1, 1.5 - apart));
}
const ruled = (x: number, y: number) => 0.25 * line(y + 0.05 * x, 24);
const squared = (x: number, y: number) => Math.max(ruled(x, y), 0.2 * line(x - 0.03 * y, 20));

test.each([
  ['blank', () => 0],
  ['ruled, turned a little', ruled],
  ['squared', squared],
] as const)('of %s paper the stroke is left, whole', (_name, lines) => {
  // A line has its own grain where it crosses the stroke.
  expect(wrongPixels(paper(lines))).toBeLessThanOrEqual(10);
  expect(wrongPixels(paper(lines, { noise: 12 }))).toBeLessThanOrEqual(10);
});

test('lines alone are no ink', () => {
  for (const lines of [ruled, squared]) {
    const { pixels } = inkFromPhotograph(paper(lines, { hasInk: false, noise: 8 }), SIDE, SIDE);
    expect(pixels.filter((value) => value > 0)).toHaveLength(0);
  }
});

test.each([0, 4])('a frame as dark as the ink, %i pixels from the edge, is taken out', (from) => {
  const frame = (x: number, y: number) => {
    const inset = Math.min(x, y, SIDE - 1 - x, SIDE - 1 - y);
    return inset >= from && inset < from + 3 ? 0.7 : 0;
  };
  expect(wrongPixels(paper(frame))).toBeLessThanOrEqual(10);
});

test('ink is the same as of inkFromRgba where there are no lines: generated digits, cropped to their ink', () => {
  const size = 200;
  const { pixels, count } = generateDigits({ count: 12, seed: 5, size });
  for (let index = 0; index < count; index++) {
    const start = index * size * size;
    const box = findInk(pixels, start, size, size, 0)!;
    const [width, height] = [box.right - box.left, box.bottom - box.top];
    const grey = Uint8Array.from({ length: width * height }, (_, pixel) => {
      const row = box.top + Math.floor(pixel / width);
      return 255 - pixels[start + row * size + box.left + (pixel % width)];
    });
    expect(inkFromPhotograph(grey, width, height)).toEqual(inkFromRgba(grey, width, height));
  }
});

test('two ones drawn with a ruler from edge to edge are ink', () => {
  const grey = Uint8Array.from({ length: 100 * 100 }, (_, pixel) =>
    [20, 21, 70, 71].includes(pixel % 100) ? 0 : 255,
  );
  expect(inkFromPhotograph(grey, 100, 100)).toEqual(inkFromRgba(grey, 100, 100));
});
