import { expect, test } from 'vitest';
import { changeStrokeWidth } from './change-stroke-width.js';

/** The middle row of a vertical line with the given profile, with a pixel of background above and below. */
function profileAfter(profile: number[], strokeWidth: number): number[] {
  const stride = profile.length;
  const ink = new Uint8Array(stride * 9);
  for (let row = 2; row < 7; row++) ink.set(profile, row * stride);
  const changed = changeStrokeWidth(ink, new Uint8Array(ink.length), stride, 9, strokeWidth);
  return [...changed.subarray(4 * stride, 5 * stride)];
}

const line = [0, 0, 0, 255, 255, 255, 0, 0, 0];

test.each([
  [1, [0, 0, 128, 255, 255, 255, 128, 0, 0]],
  [0.5, [0, 0, 64, 255, 255, 255, 64, 0, 0]],
  [2, [0, 0, 255, 255, 255, 255, 255, 0, 0]],
  [-1, [0, 0, 0, 128, 255, 128, 0, 0, 0]],
  [-2, [0, 0, 0, 0, 255, 0, 0, 0, 0]],
  [0, line],
])('a gain of %d pixels makes a line of three pixels as much wider', (gain, expected) => {
  const rounded = profileAfter(line, gain);
  rounded.forEach((value, column) => {
    expect(Math.abs(value - expected[column])).toBeLessThanOrEqual(1);
  });
});

test('a gain of more than two pixels takes several passes', () => {
  // Two passes of 3/4 of a pixel: 0 -> 191, then 191 + 0.75 * 64 = 239 and 0.75 * 191 = 143.
  expect(profileAfter(line, 3)).toEqual([0, 143, 239, 255, 255, 255, 239, 143, 0]);
});

test('a line that gets thinner than a pixel stays as strong as it was', () => {
  // 200 -> 100, made 200 again.
  expect(profileAfter([0, 0, 200, 0, 0], -1)).toEqual([0, 0, 200, 0, 0]);
});

test('a corner grows by less than an edge', () => {
  const ink = new Uint8Array(25);
  ink[12] = 200;
  const changed = changeStrokeWidth(ink, new Uint8Array(25), 5, 5, 1);
  // 200 / 2 beside it, 200 / 2 / sqrt(2) = 70.7 across.
  expect([...changed.subarray(5, 10)]).toEqual([0, 71, 100, 71, 0]);
  expect([...changed.subarray(10, 15)]).toEqual([0, 100, 200, 100, 0]);
});
