import { expect, test } from 'vitest';
import { importedWords, keptWords, teachingWords } from './teaching-words';

const answer = {
  digit: 1,
  probability: 0.9876,
  decision: 'digit',
  probabilities: [],
  seen: new Uint8Array(784),
} as const;

test('an answer asks what it was', () => {
  expect(teachingWords(undefined)).toBe('Draw a digit that it gets wrong.');
  expect(teachingWords({ ...answer, digit: null })).toBe('Draw a digit that it gets wrong.');
  expect(teachingWords(answer)).toBe('It reads 1, 98.8\u00a0% sure. What was it?');
  expect(teachingWords({ ...answer, decision: 'unsure' })).toBe('Maybe 1, but it is not sure. What was it?');
});

test('what is kept is told', () => {
  expect(keptWords(7, 1)).toBe('Kept: a 7 that it took for a 1.');
  expect(keptWords(7, 7)).toBe('Kept: a 7.');
  expect(keptWords(3, 8)).toBe('Kept: a 3 that it took for an 8.');
});

test('what was imported is told', () => {
  expect([1, 12].map(importedWords)).toEqual(['Imported 1 digit.', 'Imported 12 digits.']);
});
