import { expect, test } from 'vitest';
import { normalizeDigit } from '../images/normalize-digit.js';
import { generateStrokes } from './generate-strokes.js';
import { renderDigit } from './render-digit.js';
import { digitOfStrokes } from './testing/digit-of-strokes.js';
import { drawOnCanvas } from './testing/draw-on-canvas.js';

const render = (path: number[], penWidth: number, size: number): number[][] => {
  const xs = path.filter((_, index) => index % 2 === 0);
  const ys = path.filter((_, index) => index % 2 === 1);
  const bounds = {
    left: Math.min(...xs) - penWidth / 2,
    right: Math.max(...xs) + penWidth / 2,
    top: Math.min(...ys) - penWidth / 2,
    bottom: Math.max(...ys) + penWidth / 2,
  };
  const pixels = new Uint8Array(size * size);
  renderDigit({ paths: [path], penWidth, widths: [xs.map(() => 1)], bounds }, 1, pixels, size);
  return Array.from({ length: size }, (_, row) => [...pixels.subarray(row * size, (row + 1) * size)]);
};

test('draws an upright stroke: 10 of 14 rows, its left edge on a whole pixel, centred on row and column 7', () => {
  // Scale 1: a pen 4 wide has columns 0 to 3 of the box; their mean is 1.5, and 7 - 1.5 is rounded to 6.
  const rows = render([0, 0, 0, 6], 4, 14);
  expect(rows[7]).toEqual([0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 0]);
  // By hand, the round end, row 0 of the box: its middle is 1.5 above the path, so columns 1 and 2 are
  // sqrt(1.5^2 + 0.5^2) = 1.58 from it, coverage 2.5 - 1.58; columns 0 and 3 2.12 from it.
  expect(rows[3]).toEqual([0, 0, 0, 0, 0, 0, 97, 234, 234, 97, 0, 0, 0, 0]);
  expect(rows.map((row) => row.some((value) => value > 0))).toEqual(
    Array.from({ length: 14 }, (_, row) => row >= 3 && row <= 12),
  );
});

test('covers a pixel in part where the edge of the pen runs through it', () => {
  // Pen 2.5 wide from a whole pixel on.
  const rows = render([0, 0, 0, 7.5], 2.5, 14);
  expect(rows[7].filter((value) => value > 0)).toEqual([255, 255, 128]);
});

test('draws a hairline as faint as it is thin', () => {
  const rows = render([0, 0, 0, 9.7], 0.3, 14);
  // The path is 0.15 from the edge of its column: reach 0.65, 0.35 from the middle; at most 0.3 is covered.
  expect(rows[7].filter((value) => value > 0)).toEqual([77]);
});

test('draws what normalizeDigit makes of a drawing on a canvas', () => {
  const shifts = [0, -1, 1, -28, 28, -29, -27, 27, 29];
  const results = Array.from({ length: 20 }, (_, item) => {
    const strokes = generateStrokes({ digit: item % 10, seed: 8, item });
    const drawn = new Uint8Array(784);
    renderDigit(digitOfStrokes(strokes), 1, drawn, 28);
    const expected = normalizeDigit(drawOnCanvas(strokes, 280)) as Uint8Array;
    const differences = shifts.map(
      (shift) =>
        expected.reduce((sum, value, at) => sum + Math.abs(value - (drawn[at + shift] ?? 0)), 0) / 784,
    );
    return {
      difference: Math.min(...differences),
      isAtItsPlace: differences[0] === Math.min(...differences),
    };
  });
  // Grey levels of 255 a pixel: a canvas of 280 pixels cuts its box out by whole pixels.
  expect(Math.max(...results.map(({ difference }) => difference))).toBeLessThan(2.5);
  // Where the centre of mass is near the middle between two pixels, that decides on which it is placed.
  expect(results.filter(({ isAtItsPlace }) => isAtItsPlace).length).toBeGreaterThanOrEqual(17);
});

test('gives the same image wherever and however large the digit was written', () => {
  const small = render([0.1, 0.1, 0.2, 0.4, 0.5, 0.3], 0.1, 28);
  const large = render([13, 5, 23, 35, 53, 25], 10, 28);
  expect(large).toEqual(small);
});
