import { expect, test } from 'vitest';
import { applyChange } from './apply-change.js';
import cases from './augment.cases.json' with { type: 'json' };
import { type ImageChange, noChange } from './image-change.js';
import { greyLevelsApart, readImage } from './testing/read-case.js';

const source = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 255);

function changed(change: Partial<ImageChange>, pixels = source, height = 3, width = 3): number[] {
  const target = new Uint8Array(pixels.length).fill(77);
  applyChange(pixels, 0, height, width, { ...noChange(), ...change }, target, 0);
  return [...target];
}

test('no change is the identity', () => {
  expect(changed({})).toEqual([...source]);
});

test('a quarter turn is exact, clockwise', () => {
  expect(changed({ rotation: Math.PI / 2 })).toEqual([7, 4, 1, 8, 5, 2, 255, 6, 3]);
  expect(changed({ rotation: -Math.PI / 2 })).toEqual([3, 6, 255, 2, 5, 8, 1, 4, 7]);
  expect(changed({ rotation: Math.PI })).toEqual([255, 8, 7, 6, 5, 4, 3, 2, 1]);
});

test('a shift by whole pixels is exact, and background comes in', () => {
  expect(changed({ shiftX: 1 })).toEqual([0, 1, 2, 0, 4, 5, 0, 7, 8]);
  expect(changed({ shiftY: -1 })).toEqual([4, 5, 6, 7, 8, 255, 0, 0, 0]);
  expect(changed({ shiftX: 256 })).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
});

test('a shift by half a pixel gives the means of neighbours', () => {
  const line = Uint8Array.of(0, 100, 200, 0);
  expect(changed({ shiftX: 0.5 }, line, 1, 4)).toEqual([0, 50, 150, 100]);
  expect(changed({ shiftY: 0.5 }, line, 4, 1)).toEqual([0, 50, 150, 100]);
});

test('a positive shear leans to the right', () => {
  const bar = Uint8Array.of(0, 9, 0, 0, 9, 0, 0, 9, 0);
  expect(changed({ shear: 1 }, bar)).toEqual([0, 0, 9, 0, 9, 0, 9, 0, 0]);
});

test('twice the size spreads a pixel over its neighbours', () => {
  const point = Uint8Array.of(0, 0, 0, 0, 200, 0, 0, 0, 0);
  expect(changed({ scale: 2 }, point)).toEqual([50, 100, 50, 100, 200, 100, 50, 100, 50]);
});

test('a warp with all knots alike is a shift', () => {
  // The place that is read moves to the right, so the ink moves to the left.
  const warp = Float64Array.from({ length: 32 }, (_, index) => (index % 2 === 0 ? 1 : 0));
  expect(changed({ warp })).toEqual([2, 3, 0, 5, 6, 0, 8, 255, 0]);
});

test('a warp moves most at its knot and not at all a third of the image away', () => {
  const line = new Uint8Array(28).fill(100, 5, 6);
  line[19] = 100;
  const warp = new Float64Array(32);
  // All rows of the third knot from the left, at column 18.
  for (let row = 0; row < 4; row++) warp[8 * row + 4] = -1;
  const row = changed({ warp }, line, 1, 28);
  expect(row[5]).toBe(100);
  // Column 20 is 2/9 of the way to the next knot: smoothstep .126, so it reads at 20 - .874 = 19.126.
  expect(greyLevelsApart(row.slice(18, 22), [0, 3, 87, 0])).toBeLessThanOrEqual(1);
});

test('reads and writes one image of several', () => {
  const pixels = Uint8Array.of(9, 9, 9, 9, 1, 2, 3, 4, 9, 9, 9, 9);
  const target = new Uint8Array(10).fill(7);
  applyChange(pixels, 4, 2, 2, { ...noChange(), shiftX: 1 }, target, 3);
  expect([...target]).toEqual([7, 7, 7, 0, 1, 0, 3, 7, 7, 7]);
});

// tooling/oracle/images/augment.py
test.each(cases)('is within one grey level of the oracle: $title', ({ image, change, expected }) => {
  const { pixels, height, width } = readImage(image);
  const result = changed({ ...change, warp: Float64Array.from(change.warp) }, pixels, height, width);
  expect(greyLevelsApart(result, readImage(expected).pixels)).toBeLessThanOrEqual(1);
});

test('an empty image stays empty', () => {
  expect(changed({ rotation: 1, strokeWidth: 2 }, new Uint8Array(9))).toEqual(new Array(9).fill(0));
});
