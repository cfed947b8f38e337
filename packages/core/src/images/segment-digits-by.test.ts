import { expect, test } from 'vitest';
import type { InkImage } from './ink-image.js';
import type { DigitSegment } from './segment-digits.js';
import { type CandidateReading, segmentDigitsBy } from './segment-digits-by.js';

/** Ink where the text has `#`. */
function drawn(...rows: string[]): InkImage {
  const pixels = Uint8Array.from(rows.join(''), (character) => (character === '#' ? 255 : 0));
  return { pixels, height: rows.length, width: rows[0].length };
}

/** A network that is sure of the given digit, and of nothing where there is none. */
const sureOf = (digit: number | undefined): CandidateReading => ({
  decision: digit === undefined ? 'unsure' : 'digit',
  probabilities: Array.from({ length: 10 }, (_, label) =>
    digit === undefined ? 0.1 : Number(label === digit),
  ),
});
const isBox = (box: DigitSegment['box'], left: number, right: number) =>
  box.left === left && box.right === right;

/** What is left of the picture where a network reads each box as told, `[left, right, digit]`, and nothing else. */
async function boxes(ink: InkImage, readings: readonly (readonly [number, number, number])[]) {
  const segments = await segmentDigitsBy(ink, async (candidates) =>
    candidates.map(({ box }) => sureOf(readings.find(([left, right]) => isBox(box, left, right))?.[2])),
  );
  return segments.map(({ box }) => [box.left, box.right]);
}

/** An angle as high as the upright beside it: by their boxes two digits. */
const highFour = drawn('#....#', '#....#', '#....#', '#....#', '####.#', '.....#');

test('two strokes that a network reads as a four are one, however high the angle is', async () => {
  expect(await boxes(highFour, [[0, 6, 4]])).toEqual([[0, 6]]);
});

test('they are two where it reads each of them', async () => {
  expect(
    await boxes(highFour, [
      [0, 4, 6],
      [5, 6, 1],
    ]),
  ).toEqual([
    [0, 4],
    [5, 6],
  ]);
});

test('together they are a four or nothing', async () => {
  const readings = [
    [0, 6, 9],
    [0, 4, 6],
  ] as const;
  expect(await boxes(highFour, readings)).toEqual([
    [0, 4],
    [5, 6],
  ]);
});

/** Two noughts of 10x10 that touch in one pixel. */
const noughts = drawn(
  ...Array.from({ length: 10 }, (_, row) => {
    const nought = row === 0 || row === 9 ? '##########' : '#........#';
    return row === 5 ? `${nought}${'#'}${nought}` : `${nought}.${nought}`;
  }),
);

test('what hangs together is cut where a network reads the parts and not the whole', async () => {
  const segments = await segmentDigitsBy(noughts, async (candidates) =>
    candidates.map(({ box }) => sureOf([9, 10, 11].includes(box.right - box.left) ? 0 : undefined)),
  );
  expect(segments).toHaveLength(2);
  expect(segments[0].box.right).toBeLessThanOrEqual(segments[1].box.left);
  expect(await boxes(noughts, [[0, 21, 8]])).toEqual([[0, 21]]);
});

test('each digit comes with what the network made of it, as it was told', async () => {
  const readings = await segmentDigitsBy(drawn('#.#'), async (candidates) =>
    candidates.map(({ box }) => ({ ...sureOf(1), at: box.left })),
  );
  expect(readings.map(({ box, reading }) => [box.left, reading.at])).toEqual([
    [0, 0],
    [2, 2],
  ]);
});

test('a picture without ink is not read', async () => {
  const read = () => Promise.reject(new Error('read'));
  expect(await segmentDigitsBy(drawn('..', '..'), read)).toEqual([]);
});

test('refuses options out of range', async () => {
  await expect(segmentDigitsBy(highFour, async () => [], { threshold: 2 })).rejects.toThrow(
    'Argument "threshold": expected a number from 0 to 1, got 2.',
  );
});
