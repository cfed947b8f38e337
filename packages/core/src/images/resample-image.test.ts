import { expect, test } from 'vitest';
import cases from './normalize-resample.cases.json' with { type: 'json' };
import { resampleImage } from './resample-image.js';
import { greyLevelsApart, readImage } from './testing/read-case.js';

test('halves an image by the means of four pixels', () => {
  const image = { pixels: Uint8Array.of(0, 100, 8, 8, 200, 101, 8, 8), height: 2, width: 4 };
  // (0 + 100 + 200 + 101) / 4 = 100.25
  expect(resampleImage(image, 1, 2)).toEqual({ pixels: Uint8Array.of(100, 8), height: 1, width: 2 });
});

test('keeps floats as floats', () => {
  const image = { pixels: Float32Array.of(0, 0.25, 0.5, 7), height: 2, width: 2 };
  // 7 counts as full ink.
  expect(resampleImage(image, 1, 1).pixels).toEqual(Float32Array.of(0.4375));
});

test('keeps an image whose size stays', () => {
  const image = { pixels: Uint8Array.of(1, 2, 3, 4, 5, 6), height: 2, width: 3 };
  expect(resampleImage(image, 2, 3)).toEqual(image);
});

// tooling/oracle/images/normalize_resample.py
test.each(cases.resampled)('is within one grey level of the oracle, case %#', (given) => {
  const expected = readImage(given.expected);
  const resampled = resampleImage(readImage(given.image), expected.height, expected.width);
  expect(greyLevelsApart(resampled.pixels, expected.pixels)).toBeLessThanOrEqual(1);
});

test.each([
  [{ height: 0, width: 2 }, 'Argument "image.height": expected a whole number of 1 or more, got 0.'],
  [{ height: 2, width: 2 }, 'Ink image: expected 4 pixels for 2x2, got 0. Give one number for each pixel.'],
])('refuses an image of %j without pixels', (size, message) => {
  expect(() => resampleImage({ pixels: new Uint8Array(0), ...size }, 1, 1)).toThrow(message);
});

test('refuses a result without rows', () => {
  expect(() => resampleImage({ pixels: new Uint8Array(1), height: 1, width: 1 }, 0, 1)).toThrow(
    'Argument "height": expected a whole number from 1 to 65535, got 0.',
  );
});
