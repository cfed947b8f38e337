import { expect, test } from 'vitest';
import type { Answer } from '../reading/answer';
import { answerWords, percent } from './answer-words';

function answer(decision: Answer['decision'], digit: number | null, shares: Record<number, number>): Answer {
  const probabilities = Array.from({ length: 10 }, (_, index) => shares[index] ?? 0);
  const probability = Math.max(...probabilities);
  return { decision, digit, probability, probabilities, seen: new Uint8Array(784), milliseconds: 1 };
}

test.each([
  [0, '0.0\u00a0%'],
  [0.0001, '< 0.1\u00a0%'],
  [0.25, '25.0\u00a0%'],
  [0.9876, '98.8\u00a0%'],
  [0.99999, '> 99.9\u00a0%'],
  [1, '100.0\u00a0%'],
])('%d is said as %s', (probability, words) => {
  expect(percent(probability)).toBe(words);
});

test('a digit is said with how sure the network is', () => {
  expect(answerWords(answer('digit', 7, { 7: 0.95, 1: 0.05 }))).toBe('This is a 7, 95.0\u00a0% sure.');
  expect(answerWords(answer('digit', 7, { 7: 0.99999 }))).toBe('This is a 7, more than 99.9\u00a0% sure.');
});

test('an unsure answer names the second guess', () => {
  expect(answerWords(answer('unsure', 7, { 1: 0.4, 7: 0.5, 9: 0.1 }))).toBe(
    'Unsure: a 7 (50.0\u00a0%) or a 1 (40.0\u00a0%)?',
  );
});

test('nothing drawn is said as such, before and after the first answer', () => {
  expect(answerWords(undefined)).toBe('Nothing drawn yet.');
  expect(answerWords(answer('blank', null, {}))).toBe('Nothing drawn yet.');
});
