import { expect, test } from 'vitest';
import { generateNonDigits, nonDigitKinds } from './generate-non-digits.js';

test('there are ten kinds and more, some of which nothing is chosen on', () => {
  expect(nonDigitKinds.length).toBeGreaterThanOrEqual(10);
  expect(nonDigitKinds.filter(({ use }) => use === 'measuring').length).toBeGreaterThanOrEqual(5);
});

test.each(nonDigitKinds)('$name: a seed gives the same pictures, whatever their number', (kind) => {
  const { pixels, count, blank } = generateNonDigits(kind, 3, 1);
  expect(count + blank).toBe(3);
  expect(generateNonDigits(kind, 3, 1).pixels).toEqual(pixels);
  expect(generateNonDigits(kind, 4, 1).pixels.subarray(0, pixels.length)).toEqual(pixels);
  if (count > 0) expect(generateNonDigits(kind, 3, 2).pixels).not.toEqual(pixels);
});
