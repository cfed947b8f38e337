import { expect, test } from 'vitest';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { createKeyedRandom } from '../random/keyed-random.js';
import { inkFromRgba } from './ink-from-rgba.js';

type Colour = readonly number[];

/** A 7x7 picture: `paper` all over, `ink` in the middle pixel, `edge` to its right. */
function picture(paper: Colour, ink: Colour, edge: Colour = paper): Uint8Array {
  const pixels = Array.from({ length: 49 }, () => paper);
  pixels[24] = ink;
  pixels[25] = edge;
  return Uint8Array.from(pixels.flat());
}

const inkOf = (colours: Uint8Array) => {
  const { pixels } = inkFromRgba(colours, 7, 7);
  const elsewhere = pixels.filter((_, index) => index !== 24 && index !== 25);
  return { middle: pixels[24], edge: pixels[25], elsewhere: Math.max(...elsewhere) };
};

test.each([
  ['black on white', picture([255, 255, 255, 255], [0, 0, 0, 255], [155, 155, 155, 255]), 100],
  ['white on black', picture([0, 0, 0, 255], [255, 255, 255, 255], [100, 100, 100, 255]), 100],
  ['black on white without alpha', picture([255, 255, 255], [0, 0, 0], [155, 155, 155]), 100],
  ['black on transparent', picture([0, 0, 0, 0], [0, 0, 0, 255], [0, 0, 0, 100]), 100],
  ['white on transparent', picture([255, 255, 255, 0], [255, 255, 255, 255], [255, 255, 255, 100]), 100],
  [
    'grey pencil on grey paper',
    picture([200, 200, 200, 255], [100, 100, 100, 255], [150, 150, 150, 255]),
    128,
  ],
  ['pure red on white', picture([255, 255, 255, 255], [255, 0, 0, 255]), 0],
])('finds the ink of %s', (_, colours, edge) => {
  expect(inkOf(colours)).toEqual({ middle: 255, edge, elsewhere: 0 });
});

test('takes weak contrast and weak ripples for paper', () => {
  expect(inkOf(picture([255, 255, 255], [224, 224, 224])).middle).toBe(0);
  expect(inkOf(picture([255, 255, 255], [223, 223, 223])).middle).toBe(255);
  expect(inkOf(picture([255, 255, 255], [0, 0, 0], [245, 245, 245])).edge).toBe(0);
});

test('takes weak ink for ripples unless it is beside strong ink', () => {
  const colours = picture([255, 255, 255], [0, 0, 0], [215, 215, 215]);
  const at = (row: number, column: number) => (row * 7 + column) * 3;
  colours.fill(215, at(1, 1), at(1, 1) + 3);
  const { pixels } = inkFromRgba(colours, 7, 7);
  expect([pixels[24], pixels[25], pixels[8]]).toEqual([255, 40, 0]);
});

test('takes what the border shows as well for grain', () => {
  // A chequered paper of 200 and 180, as grain: its darker half is no ink.
  const colours = Uint8Array.from({ length: 147 }, (_, byte) => (Math.floor(byte / 3) % 2 ? 180 : 200));
  colours.fill(40, 24 * 3, 25 * 3);
  const { pixels } = inkFromRgba(colours, 7, 7);
  expect(pixels.filter((value) => value > 0)).toEqual(Uint8Array.of(255));
});

/** A zero of 8x8 pixels that fills the picture: no two neighbours are alike, and yet it is no noise. */
const ZERO = [
  [255, 255, 130, 0, 120, 170, 255, 255],
  [255, 180, 0, 90, 60, 50, 180, 255],
  [255, 0, 80, 250, 170, 0, 160, 255],
  [150, 0, 130, 255, 255, 110, 40, 255],
  [130, 0, 250, 255, 255, 130, 80, 255],
  [160, 0, 200, 255, 255, 130, 30, 255],
  [255, 100, 80, 210, 100, 70, 210, 255],
  [255, 170, 50, 40, 90, 200, 255, 255],
];

test('finds the ink of a coarse scan that fills the picture', () => {
  const { pixels } = inkFromRgba(Uint8Array.from(ZERO.flat()), 8, 8);
  const dark = ZERO.flat().map((value) => value < 128);
  expect(Array.from(pixels, (ink) => ink > 127)).toEqual(dark);
});

test.each([12, 28, 60])('noise of %s rows has no ink', (side) => {
  const random = createKeyedRandom({ seed: 1, purpose: 'noise', item: side });
  const noise = Uint8Array.from({ length: side * side }, () => 60 + random.nextBelow(120));
  expect(Math.max(...inkFromRgba(noise, side, side).pixels)).toBe(0);
});

test('an empty picture has no ink', () => {
  expect(inkFromRgba(new Uint8Array(16).fill(255), 2, 2).pixels).toEqual(new Uint8Array(4));
});

test('refuses a size that is none', () => {
  expect(() => inkFromRgba(new Uint8Array(4), 0.5, 2)).toThrow(
    'Argument "width": expected a whole number of 1 or more, got 0.5.',
  );
});

test('refuses bytes that do not fit the size', () => {
  const wrong = () => inkFromRgba(new Uint8Array(17), 2, 2);
  expect(wrong).toThrow(InvalidArgumentError);
  expect(wrong).toThrow('Picture: expected 16 bytes (RGBA), 12 (RGB) or 4 (grey) for 2x2, got 17.');
});
