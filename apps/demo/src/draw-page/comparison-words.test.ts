import { expect, test } from 'vitest';
import { differenceWords, largestDifference, millisecondWords } from './comparison-words';

test('times have two digits that count', () => {
  expect([0.02134, 3.449, 128.2].map(millisecondWords)).toEqual([
    '0.021\u00a0ms',
    '3.4\u00a0ms',
    '130\u00a0ms',
  ]);
});

test('the largest difference of any probability counts', () => {
  const measured = (...probabilities: number[]) => ({ milliseconds: 1, probabilities });
  expect(largestDifference(measured(0.5, 0.5), measured(0.75, 0.25))).toBe(0.25);
});

test('a difference that nobody would see is said as such', () => {
  expect([3e-9, 0.00213].map(differenceWords)).toEqual(['below 0.000001', '0.002']);
});
