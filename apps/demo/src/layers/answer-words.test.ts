import { expect, test } from 'vitest';
import { answerWords } from './answer-words';

const like = { isLikeDigit: true };

test.each([
  [undefined, '…'],
  [{ ...like, decision: 'blank', digit: null, probability: 0.3 }, 'Nothing drawn yet.'],
  [{ ...like, decision: 'digit', digit: 7, probability: 0.998 }, 'It reads 7, 99.8\u00a0% sure.'],
  [{ ...like, decision: 'unsure', digit: 7, probability: 0.61 }, 'Maybe 7, but it is only 61.0\u00a0% sure.'],
  [
    { isLikeDigit: false, decision: 'unsure', digit: 7, probability: 0.998 },
    'This hardly looks like a digit. The nearest is 7.',
  ],
] as const)('of %j it says "%s"', (explanation, words) => {
  expect(answerWords(explanation)).toBe(words);
});
