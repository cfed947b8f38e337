import { expect, test } from 'vitest';
import { rateAnswers } from './rate-answers.js';

test('gives the most probable class, its probability, and whether it is right', () => {
  const { predictions, confidences, isRight } = rateAnswers([0, 0], [0.75, 0.25, 0.25, 0.75], 2);
  expect([...predictions]).toEqual([0, 1]);
  expect([...confidences]).toEqual([0.75, 0.75]);
  expect(isRight).toEqual([true, false]);
});

test('refuses logits', () => {
  expect(() => rateAnswers([0], [3, -1], 2)).toThrow(
    'Argument "probabilities[0]": expected a number from 0 to 1, got 3.',
  );
});
