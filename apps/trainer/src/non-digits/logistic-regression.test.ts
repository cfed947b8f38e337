import { expect, test } from 'vitest';
import { separate } from './logistic-regression.js';

/** Rows of one value between two numbers. */
const between = (from: number, to: number) =>
  Array.from({ length: 400 }, (_, index) => Float64Array.of(from + ((to - from) * index) / 399, 7));

test('separates two clouds in the middle between them, and leaves out what tells nothing', () => {
  const [weight, idle, bias] = separate(between(2, 4), between(-1, 1));
  expect(weight).toBeGreaterThan(0);
  expect(idle).toBeCloseTo(0, 9);
  expect(-bias / weight).toBeCloseTo(1.5, 6);
});

test('many on one side do not push the plane to the other', () => {
  const many = Array.from({ length: 5 }, () => between(2, 4)).flat();
  const [weight, , bias] = separate(many, between(-1, 1));
  expect(-bias / weight).toBeCloseTo(1.5, 1);
});
