import { expect, test } from 'vitest';
import { smoothPath } from './smooth-path.js';

const point = (x: number, y: number, corner = false) => ({ x, y, corner });
const pairs = (path: number[]) =>
  Array.from({ length: path.length / 2 }, (_, index) => [path[2 * index], path[2 * index + 1]]);

test('joins two points by a straight line of equal pieces', () => {
  const path = pairs(smoothPath([point(0, 0), point(0.1, 0.2)]));
  expect(path.length).toBe(5);
  path.forEach(([x, y], index) => {
    expect(x).toBeCloseTo(0.025 * index, 12);
    expect(y).toBeCloseTo(0.05 * index, 12);
  });
});

test('passes through every point', () => {
  const points = [point(0, 0), point(0.5, 0.25), point(1, 0), point(0.5, 1)];
  const path = pairs(smoothPath(points));
  for (const { x, y } of points) {
    expect(path.some(([px, py]) => Math.abs(px - x) < 1e-12 && Math.abs(py - y) < 1e-12)).toBe(true);
  }
});

test('swings out at a smooth point and goes straight to a corner', () => {
  const outermost = (corner: boolean) =>
    Math.max(
      ...smoothPath([point(0, 0), point(0.5, 0, corner), point(0.5, 0.5)]).filter((_, i) => i % 2 === 0),
    );
  expect(outermost(true)).toBe(0.5);
  // By hand: between (0.5, 0) and (0.5, 0.5), x = 0.5 + 0.25 t (1 - t)^2, largest at t = 1/3: 0.5 + 1/27.
  expect(outermost(false)).toBeCloseTo(0.5 + 1 / 27, 2);
});
