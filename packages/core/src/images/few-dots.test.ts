import { expect, test } from 'vitest';
import { hasFewDots } from './few-dots.js';

const SIDE = 128;
const picture = (at: (x: number, y: number) => number) =>
  Float32Array.from({ length: SIDE * SIDE }, (_, pixel) => at(pixel % SIDE, Math.floor(pixel / SIDE)));

test('a picture whose rows and columns repeat has few dots', () => {
  const chessboard = picture((x, y) => ((x >> 4) + (y >> 4)) % 2 && 255);
  expect(hasFewDots(chessboard, SIDE, SIDE, 48)).toBe(true);
  expect(hasFewDots(chessboard, SIDE, SIDE, 8)).toBe(false);
});

test('so has one that is smooth, as between the dots of an enlarged scan', () => {
  const tent = (place: number) => 1 - Math.abs((place % 64) - 32) / 32;
  const wave = picture((x, y) => 255 * tent(x) * tent(y));
  expect(hasFewDots(wave, SIDE, SIDE, 48)).toBe(true);
});

test('a thin stroke on paper in uneven light has not', () => {
  const photograph = picture((x, y) => (Math.abs(x - 40 - y / 4) < 2 ? 60 : 200 - x / 2));
  expect(hasFewDots(photograph, SIDE, SIDE, 48)).toBe(false);
});
