import { expect, test } from 'vitest';
import { evenLight } from './even-light.js';

const SIDE = 64;

/** Paper of 200 under a light, with a stroke that takes `ink` of what falls on it. */
function picture(light: (x: number, y: number) => number, ink = 0.8): Float32Array {
  return Float32Array.from({ length: SIDE * SIDE }, (_, pixel) => {
    const [x, y] = [pixel % SIDE, Math.floor(pixel / SIDE)];
    const isInk = x > 28 && x < 34 && y > 12 && y < 52;
    return 200 * light(x, y) * (isInk ? 1 - ink : 1);
  });
}

/** Brightness of paper: least and most. */
function paperRange(grey: Float32Array): [number, number] {
  const paper = grey.filter((_, pixel) => pixel % SIDE < 25 || pixel % SIDE > 37);
  return [Math.min(...paper), Math.max(...paper)];
}

test('leaves a picture alone that is evenly lit, and small ones', () => {
  expect(
    evenLight(
      picture(() => 1),
      SIDE,
      SIDE,
      undefined,
    ),
  ).toBeNull();
  expect(
    evenLight(
      new Float32Array(40 * 40).map((_, pixel) => pixel / 8),
      40,
      40,
      undefined,
    ),
  ).toBeNull();
});

test.each<[string, (x: number, y: number) => number]>([
  ['from one side', (x) => 1 - (0.5 * x) / SIDE],
  ['darker to the corners', (x, y) => 1 - ((x - 32) ** 2 + (y - 32) ** 2) / 4096],
])('paper is even again under light %s, and ink as dark everywhere', (_name, light) => {
  const { grey, isDark } = evenLight(picture(light), SIDE, SIDE, undefined)!;
  expect(isDark).toBe(true);
  const [least, most] = paperRange(grey);
  expect(most - least).toBeLessThan(8);
  const ink = [16, 48].map((row) => grey[row * SIDE + 31]);
  expect(Math.abs(ink[0] - ink[1])).toBeLessThan(4);
});

test('light ink on a dark board is known by itself', () => {
  const board = picture((x) => 0.2 + (0.3 * x) / SIDE, -1);
  expect(evenLight(board, SIDE, SIDE, undefined)?.isDark).toBe(false);
});
