import { expect, test } from 'vitest';
import { inkWidth } from './ink-width';
import type { Mark } from './mark';

function stroke(...points: [x: number, y: number][]): Mark {
  return { kind: 'stroke', points: points.map(([x, y]) => ({ x, y })) };
}

test('the pen is as wide as fits the highest stroke', () => {
  expect(inkWidth([stroke([0.5, 0.2], [0.4, 0.7]), stroke([0.4, 0.45], [0.6, 0.45])])).toBeCloseTo(0.07, 9);
  expect(inkWidth([stroke([0.1, 0.4], [0.1, 0.6]), stroke([0.3, 0.4], [0.3, 0.6])])).toBeCloseTo(0.028, 9);
});

test('a stroke that lies counts by half of its width', () => {
  expect(inkWidth([stroke([0.1, 0.5], [0.9, 0.5])])).toBeCloseTo(0.056, 9);
});

test('cells are one stroke, all together', () => {
  const column: Mark[] = [7, 14, 21].map((row) => ({ kind: 'cell', cell: row * 28 }));
  expect(inkWidth(column)).toBeCloseTo(0.07, 9);
});

test('a dot, a picture and an empty paper have the finest pen', () => {
  expect(inkWidth([stroke([0.5, 0.5])])).toBe(0.02);
  expect(inkWidth([{ kind: 'picture', ink: new Uint8Array(280 * 280) }])).toBe(0.02);
  expect(inkWidth([])).toBe(0.02);
});
