import { expect, test } from 'vitest';
import type { Answer, DigitAnswer } from '../reading/answer';
import { answerWords, percent, secondGuessWords } from './answer-words';

type Shares = Record<number, number>;

function digitAnswer(decision: DigitAnswer['decision'], digit: number | null, shares: Shares): DigitAnswer {
  const probabilities = Array.from({ length: 10 }, (_, index) => shares[index] ?? 0);
  const probability = Math.max(...probabilities);
  const box = { left: 0, top: 0, right: 1, bottom: 1 };
  return { decision, digit, probability, probabilities, isLikeDigit: true, seen: new Uint8Array(784), box };
}

function answerOf(...digits: DigitAnswer[]): Answer {
  return { digits, backend: 'engine', milliseconds: 1 };
}

function answer(...parts: Parameters<typeof digitAnswer>): Answer {
  return answerOf(digitAnswer(...parts));
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
  expect(answerWords(answer('digit', 8, { 8: 1 }))).toBe('This is an 8, 100.0\u00a0% sure.');
});

test('an unsure answer names the second guess', () => {
  expect(answerWords(answer('unsure', 7, { 1: 0.4, 7: 0.5, 9: 0.1 }))).toBe(
    'Unsure: a 7 (50.0\u00a0%) or a 1 (40.0\u00a0%)?',
  );
});

test('what looks like no digit is said to, however sure the network is', () => {
  const scribble = { ...digitAnswer('unsure', 8, { 8: 0.99, 1: 0.01 }), isLikeDigit: false };
  expect(answerWords(answerOf(scribble))).toBe(
    'Unsure: this hardly looks like a digit. The nearest is an 8.',
  );
});

test('nothing drawn is said as such, before and after the first answer', () => {
  expect(answerWords(undefined)).toBe('Nothing drawn yet.');
  expect(answerWords(answer('blank', null, {}))).toBe('Nothing drawn yet.');
});

test('several digits are said as a number, and which of them are doubtful', () => {
  const four = digitAnswer('digit', 4, { 4: 1 });
  const two = digitAnswer('digit', 2, { 2: 1 });
  const seven = digitAnswer('unsure', 7, { 7: 0.5, 1: 0.4 });
  expect(answerWords(answerOf(four, two))).toBe('2 digits: this is 42.');
  expect(answerWords(answerOf(four, seven, seven))).toBe(
    '3 digits: this is 477, but unsure about the 7 and the 7.',
  );
});

test('the second guess is named, but not that of an empty paper', () => {
  expect(secondGuessWords(digitAnswer('digit', 7, { 7: 0.9, 9: 0.1 }))).toBe('Second guess: 9, 10.0\u00a0%');
  expect(secondGuessWords(digitAnswer('blank', null, {}))).toBe('');
});
