import { expect, test } from 'vitest';
import { answerWords } from './answer-words';

test.each([
  [undefined, '…'],
  [{ decision: 'blank', digit: null, probability: 0.3 }, 'Nothing drawn yet.'],
  [{ decision: 'digit', digit: 7, probability: 0.998 }, 'It reads 7, 99.8\u00a0% sure.'],
  [{ decision: 'unsure', digit: 7, probability: 0.998 }, 'Maybe 7, but it is not sure that this is a digit.'],
] as const)('of %j it says "%s"', (explanation, words) => {
  expect(answerWords(explanation)).toBe(words);
});
