import { expect, test } from 'vitest';
import { crossEntropy } from './cross-entropy.js';

test('equal logits cost the logarithm of the number of classes', () => {
  expect(crossEntropy(new Float32Array(20), [3, 9], 10)).toBeCloseTo(Math.log(10), 14);
});

test('is the mean of the negative logarithms of the probabilities', () => {
  // Probabilities 1/4 and 3/4 of the first row, 1/2 and 1/2 of the second.
  const logits = Float32Array.of(0, Math.log(3), 7, 7);
  expect(crossEntropy(logits, [1, 0], 2)).toBeCloseTo((Math.log(4 / 3) + Math.log(2)) / 2, 7);
});

test('stays finite where a probability underflows', () => {
  expect(crossEntropy(Float32Array.of(1000, 0), [1], 2)).toBe(1000);
  expect(crossEntropy(Float32Array.of(1000, 0), [0], 2)).toBe(0);
});

test('a logit that is not a number makes the loss one', () => {
  expect(crossEntropy(Float32Array.of(0, Number.NaN), [0], 2)).toBeNaN();
});

test('is not a number where there is no image', () => {
  expect(crossEntropy(new Float32Array(), [], 10)).toBeNaN();
});

test.each([
  [4, [0], 'Cross-entropy: expected 2 labels for 4 logits of 2 classes, got 1.'],
  [4, [0, 2], 'Argument "labels[1]": expected a whole number from 0 to 1, got 2.'],
  [3, [0], 'Logits: expected a multiple of 2, one value for each class of each image, got 3 values.'],
])('refuses %d logits of 2 classes with labels %j', (length, labels, message) => {
  expect(() => crossEntropy(new Float32Array(length), labels, 2)).toThrow(message);
});
