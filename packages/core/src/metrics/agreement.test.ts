import { expect, test } from 'vitest';
import { balancedAccuracy } from './balanced-accuracy.js';
import { cohenKappa } from './cohen-kappa.js';
import { matthewsCorrelation } from './matthews-correlation.js';
import { mcnemarTest } from './mcnemar-test.js';

test('balanced accuracy is the mean recall of the classes that occur', () => {
  expect(balancedAccuracy([0, 0, 0, 1], [0, 0, 0, 0])).toBe(0.5);
  expect(balancedAccuracy([0, 0], [0, 7])).toBe(0.5);
});

test('kappa is what agreement adds to chance', () => {
  // 3 of 4 agree; by chance (2 * 1 + 2 * 3) / 16 = 1/2 do.
  expect(cohenKappa([0, 0, 1, 1], [0, 1, 1, 1])).toBe(0.5);
});

test('kappa can weigh by distance', () => {
  // By chance, each of the labels 0, 1, 2 meets each of the predictions 0, 0, 1; all are divided by 3.
  const labels = [0, 1, 2];
  const predictions = [0, 1, 0];
  // Observed 0 + 0 + 2; by chance (0 + 0 + 1) + (1 + 1 + 0) + (2 + 2 + 1) = 8.
  expect(cohenKappa(labels, predictions, { weights: 'linear' })).toBeCloseTo(1 - 2 / (8 / 3), 15);
  // Observed 0 + 0 + 4; by chance (0 + 0 + 1) + (1 + 1 + 0) + (4 + 4 + 1) = 12.
  expect(cohenKappa(labels, predictions, { weights: 'quadratic' })).toBe(0);
});

test('kappa of one class is undefined', () => {
  expect(cohenKappa([3, 3], [3, 3])).toBeNaN();
});

test('refuses other weights', () => {
  expect(() => cohenKappa([0], [0], { weights: 'cubic' as 'linear' })).toThrow(
    'Argument "weights": expected "none" or "linear" or "quadratic", got "cubic".',
  );
});

test('Matthews correlation is 1 for right, -1 for inverted, 0 for constant answers', () => {
  expect(matthewsCorrelation([0, 1, 1], [0, 1, 1])).toBe(1);
  expect(matthewsCorrelation([0, 1, 1], [1, 0, 0])).toBe(-1);
  expect(matthewsCorrelation([0, 1, 1], [1, 1, 1])).toBe(0);
  expect(matthewsCorrelation([1, 1], [0, 1])).toBe(0);
});

test('McNemar: three times right alone against none has two tails of 1/8', () => {
  expect(mcnemarTest([1, 2, 3, 4], [1, 2, 3, 4], [1, 0, 0, 0])).toEqual({
    onlyFirstRight: 3,
    onlySecondRight: 0,
    pValue: 0.25,
  });
});

test('McNemar: models that are never right alone do not differ', () => {
  expect(mcnemarTest([1, 2], [1, 0], [1, 7]).pValue).toBe(1);
});

test.each([
  ['balanced accuracy', balancedAccuracy],
  ['kappa', cohenKappa],
  ['Matthews correlation', matthewsCorrelation],
  ['McNemar', (labels: number[], predictions: number[]) => mcnemarTest(labels, predictions, predictions)],
])('%s refuses what is no pair of classes', (_, metric) => {
  expect(() => metric([], [])).toThrow('Argument "labels": expected at least 1 value, got none.');
  expect(() => metric([1, 2], [1])).toThrow('Metrics: expected as many predictions as labels (2), got 1.');
  expect(() => metric([0], [Number.NaN])).toThrow(
    'Argument "predictions[0]": expected a whole number of 0 or more, got NaN.',
  );
});

test('McNemar refuses predictions of other images', () => {
  expect(() => mcnemarTest([1, 2], [1, 2], [1])).toThrow(
    'Metrics: expected as many predictions as labels (2), got 1.',
  );
});
