import { expect, test } from 'vitest';
import { renderDigit } from './render-digit.js';

const render = (path: number[], penWidth: number, size: number): number[][] => {
  const xs = path.filter((_, index) => index % 2 === 0);
  const ys = path.filter((_, index) => index % 2 === 1);
  const bounds = {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
  const pixels = new Uint8Array(size * size);
  renderDigit({ paths: [path], penWidth, bounds }, 1, pixels, size);
  return Array.from({ length: size }, (_, row) => [...pixels.subarray(row * size, (row + 1) * size)]);
};

test('draws an upright stroke: grey edges by coverage, 10 of 14 rows, centred on row and column 7', () => {
  // Scale 1: ink of rows 2 to 11 and columns 5 to 8, mean 6.5; a whole pixel on, the mean is 7.5.
  const rows = render([0, 0, 0, 6], 4, 14);
  // By hand, row 7: distances 1.5, 0.5, 0.5, 1.5 from the path and 2.5 beyond; coverage 2.5 - distance.
  expect(rows[7]).toEqual([0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 0]);
  expect(rows.map((row) => row.some((value) => value > 0))).toEqual(
    Array.from({ length: 14 }, (_, row) => row >= 3 && row <= 12),
  );
});

test('covers a pixel in part where the edge of the pen runs through it', () => {
  // Pen 3 wide around the middle of the image: distance 1.5 of the pixel beside, coverage 2 - 1.5.
  const rows = render([0, 0, 0, 7], 3, 14);
  expect(rows[7].filter((value) => value > 0)).toEqual([128, 255, 255, 128]);
});

test('gives the same image wherever and however large the digit was written', () => {
  const small = render([0.1, 0.1, 0.2, 0.4, 0.5, 0.3], 0.1, 28);
  const large = render([13, 5, 23, 35, 53, 25], 10, 28);
  expect(large).toEqual(small);
});
