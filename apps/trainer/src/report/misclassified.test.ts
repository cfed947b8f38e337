import { expect, test } from 'vitest';
import { findMisclassified } from './misclassified.js';

test('wrong answers come with the most confident first, and equals in the order of the test set', () => {
  const probabilities = [
    [0.5, 0.25, 0.25],
    [0.25, 0.625, 0.125],
    [0.75, 0.125, 0.125],
    [0.0625, 0.3125, 0.625],
  ];
  expect(findMisclassified([0, 0, 1, 1], [0, 1, 0, 2], probabilities.flat())).toEqual([
    { index: 2, actual: 1, predicted: 0, probability: 0.75, actualProbability: 0.125 },
    { index: 1, actual: 0, predicted: 1, probability: 0.625, actualProbability: 0.25 },
    { index: 3, actual: 1, predicted: 2, probability: 0.625, actualProbability: 0.3125 },
  ]);
});
