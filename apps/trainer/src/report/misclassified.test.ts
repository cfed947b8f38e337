import { expect, test } from 'vitest';
import { findMisclassified } from './misclassified.js';

test('wrong answers come with the most confident first, and equals in the order of the test set', () => {
  expect(findMisclassified([1, 2, 3, 4], [1, 7, 8, 9], [0.9, 0.5, 0.8, 0.5])).toEqual([
    { index: 2, actual: 3, predicted: 8, probability: 0.8 },
    { index: 1, actual: 2, predicted: 7, probability: 0.5 },
    { index: 3, actual: 4, predicted: 9, probability: 0.5 },
  ]);
});
