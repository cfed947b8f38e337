import { expect, test } from 'vitest';
import { createKeyedRandom } from '../random/keyed-random.js';
import { generateDigits } from '../synthetic/generate-digits.js';
import { findInk } from './find-ink.js';
import type { InkImage } from './ink-image.js';
import { segmentDigits } from './segment-digits.js';

/** Ink where the text has `#`. */
function drawn(...rows: string[]): InkImage {
  const pixels = Uint8Array.from(rows.join(''), (character) => (character === '#' ? 255 : 0));
  return { pixels, height: rows.length, width: rows[0].length };
}
const boxes = (ink: InkImage) =>
  segmentDigits(ink).map(({ box }) => [box.left, box.top, box.right, box.bottom]);

test('reads line by line, each from the left, also where lines slant', () => {
  const page = drawn(
    '..........#.',
    '.....#....#.',
    '#....#....#.',
    '#....#......',
    '#...........',
    '............',
    '............',
    '.#....#.....',
    '.#....#.....',
    '.#....#.....',
  );
  expect(boxes(page)).toEqual([
    [0, 2, 1, 5],
    [5, 1, 6, 4],
    [10, 0, 11, 3],
    [1, 7, 2, 10],
    [6, 7, 7, 10],
  ]);
});

test('a four with its upright apart is one digit; a one behind a whole digit is another', () => {
  const four = ['#....#..', '#....#..', '#....#..', '####.#..', '.....#..', '.....#..', '.....#..'];
  expect(boxes(drawn(...four))).toEqual([[0, 0, 6, 7]]);
  const zeroAndOne = ['####.#..', '#..#.#..', '#..#.#..', '#..#.#..', '#..#.#..', '#..#.#..', '####.#..'];
  expect(boxes(drawn(...zeroAndOne))).toEqual([
    [0, 0, 4, 7],
    [5, 0, 6, 7],
  ]);
});

test('a five with its bar apart is one digit', () => {
  const five = [
    '....####',
    '........',
    '####....',
    '#.......',
    '#####...',
    '....#...',
    '#####...',
    '........',
  ];
  expect(boxes(drawn(...five))).toEqual([[0, 0, 8, 7]]);
});

test('drops specks', () => {
  const rows = Array.from({ length: 20 }, (_, row) => (row === 9 ? '##......#' : '##.......'));
  expect(boxes(drawn(...rows))).toEqual([[0, 0, 2, 20]]);
});

test('faint ink beside a stroke belongs to it, and nothing of its neighbour', () => {
  const ink = { pixels: Uint8Array.of(255, 40, 0, 0, 40, 255), height: 1, width: 6 };
  expect(segmentDigits(ink).map(({ ink: own }) => [...own.pixels])).toEqual([
    [255, 40],
    [40, 255],
  ]);
});

test('noise of thousands of specks ends', () => {
  const random = createKeyedRandom({ seed: 1, purpose: 'noise' });
  const pixels = Uint8Array.from({ length: 300 * 300 }, () => (random.nextBelow(10) === 0 ? 255 : 0));
  expect(segmentDigits({ pixels, height: 300, width: 300 }).length).toBeGreaterThan(1000);
});

test('no ink is no digit', () => {
  expect(segmentDigits({ pixels: new Float32Array(6), height: 2, width: 3 })).toEqual([]);
});

test('refuses options out of range', () => {
  expect(() => segmentDigits(drawn('#'), { threshold: 2 })).toThrow(
    'Argument "threshold": expected a number from 0 to 1, got 2.',
  );
  expect(() => segmentDigits(drawn('#'), { leastHeight: Number.NaN })).toThrow(
    'Argument "leastHeight": expected a number from 0 to 1, got NaN.',
  );
});

const SIDE = 64;

/** A row of generated digits with gaps of 8 to 40 pixels, and the columns where each lies. */
function row(seed: number) {
  const random = createKeyedRandom({ seed, purpose: 'segment-digits.test' });
  const count = 2 + random.nextBelow(5);
  const { pixels } = generateDigits({ count, seed, size: SIDE });
  const page = new Uint8Array(SIDE * count * (SIDE + 40));
  const width = count * (SIDE + 40);
  const columns: [number, number][] = [];
  let place = 8;
  for (let digit = 0; digit < count; digit++) {
    const start = digit * SIDE * SIDE;
    // A hairline may be fainter than the threshold everywhere; its row then counts as taken apart wrongly.
    const { left, right } = (findInk(pixels, start, SIDE, SIDE, 63) ??
      findInk(pixels, start, SIDE, SIDE, 0))!;
    for (let y = 0; y < SIDE; y++) {
      for (let x = left; x < right; x++) page[y * width + place + x - left] = pixels[start + y * SIDE + x];
    }
    columns.push([place, place + right - left]);
    place += right - left + 8 + random.nextBelow(33);
  }
  return { page: { pixels: page, height: SIDE, width }, columns };
}

test('takes at least 98 of 100 rows of generated digits apart as they were put together', () => {
  let right = 0;
  for (let seed = 0; seed < 100; seed++) {
    const { page, columns } = row(seed);
    const found = segmentDigits(page);
    const isRight =
      found.length === columns.length &&
      found.every(({ box }, index) => box.left === columns[index][0] && box.right === columns[index][1]);
    if (isRight) right++;
  }
  expect(right).toBeGreaterThanOrEqual(98);
});
