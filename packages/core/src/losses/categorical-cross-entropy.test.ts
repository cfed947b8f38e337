import { expect, test } from 'vitest';
import { categoricalCrossEntropy } from './categorical-cross-entropy.js';
import { crossEntropy } from './cross-entropy.js';
import { oneHot } from './one-hot.js';

const ofProbabilities = (probabilities: number[], targets: number[]) =>
  categoricalCrossEntropy(probabilities, targets, 2, { fromLogits: false });

test('of one-hot targets is the sparse cross-entropy', () => {
  const logits = Float32Array.of(0, 3, 1, 7, 7, -2);
  expect(categoricalCrossEntropy(logits, oneHot([1, 2], 3), 3)).toBe(crossEntropy(logits, [1, 2], 3));
});

test('weighs the logarithms by a target that is spread', () => {
  // Probabilities 1/4 and 3/4; half of the target each.
  expect(ofProbabilities([0.25, 0.75], [0.5, 0.5])).toBeCloseTo((Math.log(4) + Math.log(4 / 3)) / 2, 14);
});

test('divides probabilities by their sum', () => {
  expect(ofProbabilities([1, 3], [1, 0])).toBeCloseTo(Math.log(4), 14);
});

test('keeps probabilities away from 0 and 1', () => {
  expect(ofProbabilities([0, 1], [1, 0])).toBeCloseTo(7 * Math.LN10, 12);
  expect(ofProbabilities([1, 0], [1, 0])).toBeCloseTo(1e-7, 12);
});

test('a class that is out of the question costs nothing', () => {
  expect(categoricalCrossEntropy([0, -Infinity], [1, 0], 2)).toBe(0);
});

test('a logit that is not a number makes the loss one', () => {
  expect(categoricalCrossEntropy([0, Number.NaN], [1, 0], 2)).toBeNaN();
});

test('is not a number where there is no image', () => {
  expect(categoricalCrossEntropy([], [], 2)).toBeNaN();
});

test.each([
  [[1, 2], [1], 'Cross-entropy: expected as many targets as outputs (2), got 1.'],
  [
    [1, 2, 3],
    [1, 0, 0],
    'Outputs: expected a multiple of 2, one value for each class of each image, got 3 values.',
  ],
  [[1, 2], [2, -1], 'Argument "targets[0]": expected a number from 0 to 1, got 2.'],
  [
    [1, 2],
    [1, 1],
    'Argument "targets": expected rows that sum to 1, got 2 in row 0. Take softmax to turn logits into probabilities.',
  ],
])('refuses outputs %j with targets %j', (outputs, targets, message) => {
  expect(() => categoricalCrossEntropy(outputs, targets, 2)).toThrow(message);
});

test.each([
  [[1, 0, 0, 0], 'a sum of 0 and a smallest of 0 in row 1'],
  [[1, 0, 2, -1], 'a sum of 1 and a smallest of -1 in row 1'],
  [[1, Number.NaN, 0, 1], 'a sum of NaN and a smallest of NaN in row 0'],
  [[1, Infinity, 0, 1], 'a sum of Infinity and a smallest of 0 in row 0'],
])('refuses probabilities %j', (probabilities, found) => {
  expect(() => ofProbabilities(probabilities, [1, 0, 1, 0])).toThrow(
    `Cross-entropy: expected finite probabilities of 0 or more with a sum above 0, got ${found}.`,
  );
});
