import { expect, test } from 'vitest';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { generateDigits } from './generate-digits.js';
import { generateStrokes } from './generate-strokes.js';
import { renderDigit } from './render-digit.js';
import { digitStyles } from './styles/digit-styles.js';
import { digitOfStrokes } from './testing/digit-of-strokes.js';

test('centres ink of side 0.7 in a unit square', () => {
  for (let item = 0; item < 100; item++) {
    const drawn = generateStrokes({ digit: item % 10, seed: 4, item });
    const { left, right, top, bottom } = digitOfStrokes(drawn).bounds;
    expect(Math.max(right - left, bottom - top)).toBeCloseTo(0.7, 12);
    expect((left + right) / 2).toBeCloseTo(0.5, 12);
    expect((top + bottom) / 2).toBeCloseTo(0.5, 12);
    const { strokes, penWidth } = drawn;
    expect(penWidth).toBeGreaterThan(0.019);
    expect(Math.min(...strokes.map((stroke) => stroke.length))).toBeGreaterThan(1);
  }
});

test('gives the strokes of the images of generateDigits', () => {
  const { labels, pixels } = generateDigits({ count: 20, seed: 8, split: 'test' });
  labels.forEach((digit, item) => {
    const digitStrokes = generateStrokes({ digit, seed: 8, item, split: 'test' });
    const image = pixels.subarray(item * 784, (item + 1) * 784);
    // No scan of this seed is coarse. The softness of the edge is not part of the strokes: the nearest of a few must do.
    const differences = Array.from({ length: 25 }, (_, step) => {
      const redrawn = new Uint8Array(784);
      renderDigit(digitOfStrokes(digitStrokes), 0.7 + 0.05 * step, redrawn, 28);
      return image.reduce((sum, value, index) => sum + Math.abs(value - redrawn[index]), 0);
    });
    const ink = image.reduce((sum, value) => sum + value, 0);
    expect(Math.min(...differences) / ink).toBeLessThan(0.03);
  });
});

test('gives the same strokes again, and others for another item, seed or split', () => {
  const key = { digit: 3, seed: 1, item: 2 };
  const first = generateStrokes(key);
  expect(generateStrokes({ ...key })).toEqual(first);
  for (const other of [{ item: 3 }, { seed: 2 }, { split: 'test' as const }]) {
    expect(generateStrokes({ ...key, ...other })).not.toEqual(first);
  }
});

test('writes in the style that is asked for, the same as where it is drawn by weight', () => {
  const drawn = generateStrokes({ digit: 7, seed: 1, item: 2 });
  expect(digitStyles[7].map(({ name }) => name)).toContain(drawn.style);
  expect(generateStrokes({ digit: 7, seed: 1, item: 2, style: drawn.style })).toEqual(drawn);
  const crossed = generateStrokes({ digit: 7, seed: 1, item: 2, style: 'crossed' });
  expect([crossed.style, crossed.strokes.length]).toEqual(['crossed', 2]);
  expect(() => generateStrokes({ digit: 4, seed: 1, item: 2, style: 'crossed' })).toThrow(
    /^Argument "style": expected a style of 4, got "crossed". There are: open, two strokes; /,
  );
});

test.each([
  [
    { digit: 10, seed: 1, item: 0 },
    'digit',
    'Argument "digit": expected a whole number from 0 to 9, got 10.',
  ],
  [
    { digit: 1, seed: -1, item: 0 },
    'seed',
    'Argument "seed": expected a whole number from 0 to 4294967295, got -1.',
  ],
  [
    { digit: 1, seed: 1, item: 1.5 },
    'item',
    'Argument "item": expected a whole number from 0 to 4294967295, got 1.5.',
  ],
] as const)('refuses %j', (options, argument, message) => {
  const received = options[argument];
  expect(() => generateStrokes(options)).toThrow(new InvalidArgumentError({ argument, received, message }));
});
