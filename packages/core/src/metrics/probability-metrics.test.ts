import { expect, test } from 'vitest';
import { brierScore } from './brier-score.js';
import { logLoss } from './log-loss.js';
import { rocAuc } from './roc-auc.js';
import { topKAccuracy } from './top-k-accuracy.js';

test('log loss is the mean of the negative logarithms', () => {
  expect(logLoss([0, 1], [0.5, 0.5, 0.75, 0.25], 2)).toBeCloseTo((Math.log(2) + Math.log(4)) / 2, 15);
});

test('an answer of 0 % costs as much as the number format can tell from 0', () => {
  expect(logLoss([0], [0, 1], 2)).toBeCloseTo(52 * Math.LN2, 12);
  expect(logLoss([0], Float32Array.of(0, 1), 2)).toBeCloseTo(23 * Math.LN2, 12);
});

test('the Brier score sums squares over the classes, halved for two', () => {
  // (1/2)^2 + (1/4)^2 + (1/4)^2
  expect(brierScore([0], [0.5, 0.25, 0.25], 3)).toBe(0.375);
  expect(brierScore([0], [0.5, 0.25, 0.25], 3, { scaleByHalf: true })).toBe(0.1875);
  expect(brierScore([0], [0, 1], 2)).toBe(1);
  expect(brierScore([0], [0, 1], 2, { scaleByHalf: false })).toBe(2);
});

test('ROC AUC is the share of pairs in the right order, ties counted half', () => {
  // Of class 1: 0.5 and 0.75 against 0.25 and 0.5: three pairs right, one tied.
  const { classes, macroAverage, weightedAverage } = rocAuc(
    [0, 0, 1, 1],
    [0.75, 0.25, 0.5, 0.5, 0.5, 0.5, 0.25, 0.75],
    2,
  );
  expect(classes).toEqual([0.875, 0.875]);
  expect([macroAverage, weightedAverage]).toEqual([0.875, 0.875]);
});

test('a class without images has no area and no weight', () => {
  const { classes, macroAverage, weightedAverage } = rocAuc([0, 1], [1, 0, 0, 0, 1, 0], 3);
  expect(classes).toEqual([1, 1, Number.NaN]);
  expect(macroAverage).toBeNaN();
  expect(weightedAverage).toBe(1);
});

test('top-k counts labels among the k largest scores', () => {
  const scores = [5, 3, 1, 0, -1, -2];
  expect([1, 2, 3].map((k) => topKAccuracy([1, 2], scores, 3, k))).toEqual([0, 0.5, 1]);
});

test('where scores tie, the higher class goes first', () => {
  expect(topKAccuracy([2], [1, 1, 1], 3, 1)).toBe(1);
  expect(topKAccuracy([1], [1, 1, 1], 3, 1)).toBe(0);
});

test.each([
  [[0, 1], [1, 0], 'Metrics: expected 1 labels for 2 scores of 2 classes, got 2.'],
  [[2], [1, 0], 'Argument "labels[0]": expected a whole number from 0 to 1, got 2.'],
  [[0], [1, Number.NaN], 'Argument "scores[1]": expected a finite number, got NaN.'],
  [[], [], 'Argument "labels": expected at least 1 value, got none.'],
])('top-k refuses labels %j with scores %j', (labels, scores, message) => {
  expect(() => topKAccuracy(labels, scores, 2, 1)).toThrow(message);
});

test.each([0, 3, 1.5])('top-k refuses a k of %d', (k) => {
  expect(() => topKAccuracy([0], [1, 0], 2, k)).toThrow(
    `Argument "k": expected a whole number from 1 to 2, got ${k}.`,
  );
});

const refused: [number[], number[], string][] = [
  [[0, 1], [1, 0], 'Metrics: expected 1 labels for 2 probabilities of 2 classes, got 2.'],
  [
    [0],
    [1, 0, 0],
    'Probabilities: expected a multiple of 2, one value for each class of each image, got 3 values.',
  ],
  [[2], [1, 0], 'Argument "labels[0]": expected a whole number from 0 to 1, got 2.'],
  [[], [], 'Argument "labels": expected at least 1 value, got none.'],
  [[0], [1, Number.NaN], 'Argument "probabilities[1]": expected a number from 0 to 1, got NaN.'],
  [[0], [-0.5, 1], 'Argument "probabilities[0]": expected a number from 0 to 1, got -0.5.'],
  [
    [0, 0],
    [1, 0, 1, 0.5],
    'Argument "probabilities": expected rows that sum to 1, got 1.5 in row 1. Take softmax to turn logits into probabilities.',
  ],
];
for (const [name, metric] of Object.entries({ logLoss, brierScore, rocAuc })) {
  test.each(refused)(`${name} refuses labels %j with probabilities %j`, (labels, probabilities, message) => {
    expect(() => metric(labels, probabilities, 2)).toThrow(message);
  });
}
