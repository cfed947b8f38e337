import { expect, test } from 'vitest';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { generateDigits } from './generate-digits.js';
import { generateStrokes } from './generate-strokes.js';
import { renderDigit } from './render-digit.js';

test('centres ink of side 0.7 in a unit square', () => {
  for (let item = 0; item < 100; item++) {
    const { strokes, penWidth } = generateStrokes({ digit: item % 10, seed: 4, item });
    const xs = strokes.flat().map((point) => point.x);
    const ys = strokes.flat().map((point) => point.y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    expect(Math.max(right - left, bottom - top) + penWidth).toBeCloseTo(0.7, 12);
    expect((left + right) / 2).toBeCloseTo(0.5, 12);
    expect((top + bottom) / 2).toBeCloseTo(0.5, 12);
    expect(penWidth).toBeGreaterThan(0.04);
    expect(Math.min(...strokes.map((stroke) => stroke.length))).toBeGreaterThan(1);
  }
});

test('gives the strokes of the images of generateDigits', () => {
  const { labels, pixels } = generateDigits({ count: 20, seed: 6, split: 'test' });
  labels.forEach((digit, item) => {
    const { strokes, penWidth } = generateStrokes({ digit, seed: 6, item, split: 'test' });
    const points = strokes.flat();
    const bounds = {
      left: Math.min(...points.map(({ x }) => x)),
      right: Math.max(...points.map(({ x }) => x)),
      top: Math.min(...points.map(({ y }) => y)),
      bottom: Math.max(...points.map(({ y }) => y)),
    };
    const paths = strokes.map((stroke) => stroke.flatMap(({ x, y }) => [x, y]));
    const image = pixels.subarray(item * 784, (item + 1) * 784);
    // The softness of the edge is not part of the strokes: the nearest of a few must do.
    const differences = Array.from({ length: 17 }, (_, step) => {
      const redrawn = new Uint8Array(784);
      renderDigit({ paths, penWidth, bounds }, 0.6 + 0.05 * step, redrawn, 28);
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
