import { expect, test } from 'vitest';
import cases from './ink-and-segments.cases.json' with { type: 'json' };
import { inkFromRgba } from './ink-from-rgba.js';
import { segmentDigits } from './segment-digits.js';
import { greyLevelsApart, readImage } from './testing/read-case.js';

// Made by tooling/oracle/images/ink_and_segments.py with numpy and scipy.
test.each(cases.photographs)(
  'light $light, $polarity: the ink is that of scipy',
  ({ picture, ink, polarity }) => {
    const { pixels, height, width } = readImage(picture);
    const expected = readImage(ink).pixels;
    const known = polarity as 'dark-on-light' | 'light-on-dark';
    expect(
      greyLevelsApart(inkFromRgba(pixels, width, height, { polarity: known }).pixels, expected),
    ).toBeLessThanOrEqual(1);
    // Found out by itself, too.
    expect(greyLevelsApart(inkFromRgba(pixels, width, height).pixels, expected)).toBeLessThanOrEqual(1);
  },
);

test.each(cases.pages)('digits of a page lie where they were drawn', ({ page, digits }) => {
  const segments = segmentDigits(readImage(page));
  expect(segments.map(({ box }) => [box.left, box.top, box.right, box.bottom])).toEqual(
    digits.map(({ box }) => box),
  );
  for (const [index, { ink }] of segments.entries()) {
    expect(greyLevelsApart(ink.pixels, readImage(digits[index].ink).pixels)).toBeLessThanOrEqual(1);
  }
});
