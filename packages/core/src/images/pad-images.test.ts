import { expect, test } from 'vitest';
import { createLabelledImages } from '../data/labelled-images.js';
import cases from './normalize-resample.cases.json' with { type: 'json' };
import { padImage, padImages } from './pad-images.js';
import { readImage } from './testing/read-case.js';

test('puts the odd row and column at the bottom and the right', () => {
  const padded = padImage({ pixels: Uint8Array.of(1, 2), height: 1, width: 2 }, 2, 5);
  expect(padded).toEqual({ pixels: Uint8Array.of(0, 1, 2, 0, 0, 0, 0, 0, 0, 0), height: 2, width: 5 });
});

test('keeps floats as floats', () => {
  const padded = padImage({ pixels: Float32Array.of(0.5), height: 1, width: 1 }, 1, 3);
  expect(padded.pixels).toEqual(Float32Array.of(0, 0.5, 0));
});

test('pads all images of a set and keeps its labels', () => {
  const set = { pixels: Uint8Array.of(5, 6), labels: Uint8Array.of(3, 1), height: 1, width: 1 };
  expect(padImages(createLabelledImages(set), 3, 1)).toEqual(
    createLabelledImages({ ...set, pixels: Uint8Array.of(0, 5, 0, 0, 6, 0), height: 3 }),
  );
});

// tooling/oracle/images/normalize_resample.py
test.each(cases.padded)('is what the oracle says, case %#', (given) => {
  const expected = readImage(given.expected);
  expect(padImage(readImage(given.image), expected.height, expected.width)).toEqual(expected);
});

test('refuses to make an image smaller', () => {
  expect(() => padImage({ pixels: new Uint8Array(6), height: 2, width: 3 }, 2, 2)).toThrow(
    'Argument "width": expected a whole number from 3 to 65535, got 2.',
  );
});
