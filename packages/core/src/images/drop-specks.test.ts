import { expect, test } from 'vitest';
import { dropSpecks } from './drop-specks.js';

const SIDE = 64;

/** Ink in the given rectangles: left, top, width, height. */
function ink(...rectangles: readonly (readonly [number, number, number, number])[]): Uint8Array {
  const pixels = new Uint8Array(SIDE * SIDE);
  for (const [left, top, width, height] of rectangles) {
    for (let row = top; row < top + height; row++) {
      pixels.fill(255, row * SIDE + left, row * SIDE + left + width);
    }
  }
  return pixels;
}

function dropped(pixels: Uint8Array, isPhotograph: boolean): Uint8Array {
  dropSpecks(pixels, SIDE, SIDE, { isPhotograph });
  return pixels;
}

test('drops what is smaller than a twentieth of the longest stroke both ways', () => {
  expect(dropped(ink([20, 10, 4, 41], [50, 50, 2, 2]), false)).toEqual(ink([20, 10, 4, 41]));
  // The point of a pencil, a little longer, stays.
  const withPoint = ink([20, 10, 4, 41], [50, 50, 1, 3]);
  expect(dropped(withPoint.slice(), false)).toEqual(withPoint);
});

test('of a photograph drops what is small and reaches the edge', () => {
  const corner = ink([20, 10, 4, 41], [0, 0, 6, 6]);
  expect(dropped(corner.slice(), true)).toEqual(ink([20, 10, 4, 41]));
  expect(dropped(corner.slice(), false)).toEqual(corner);
});

test('keeps a digit that fills its photograph', () => {
  const whole = ink([20, 0, 4, 64], [40, 20, 6, 6]);
  expect(dropped(whole.slice(), true)).toEqual(whole);
});

test('leaves a picture without ink alone', () => {
  expect(dropped(ink(), true)).toEqual(ink());
});
