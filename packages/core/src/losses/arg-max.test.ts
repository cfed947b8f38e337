import { expect, test } from 'vitest';
import { argMax } from './arg-max.js';

test('gives the class of the largest logit of each row', () => {
  expect([...argMax(Float32Array.of(1, 3, 2, -1, -3, -2), 3)]).toEqual([1, 0]);
});

test('the lowest class wins a tie', () => {
  expect([...argMax(Float32Array.of(0, 2, 2, 2, 1, 2), 3)]).toEqual([1, 0]);
});

test('knows 256 classes', () => {
  const logits = new Float32Array(256);
  logits[255] = 1;
  expect([...argMax(logits, 256)]).toEqual([255]);
});

test.each([
  [5, 3, 'Logits: expected a multiple of 3, one value for each class of each image, got 5 values.'],
  [257, 257, 'Argument "classCount": expected a whole number from 1 to 256, got 257.'],
])('refuses %d logits of %d classes', (length, classCount, message) => {
  expect(() => argMax(new Float32Array(length), classCount)).toThrow(message);
});
