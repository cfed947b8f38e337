import { expect, test } from 'vitest';
import { riskCoverage } from './risk-coverage.js';

test('gives the most confident answers first', () => {
  const { points, area } = riskCoverage([0.9, 0.6, 0.8], [true, false, true]);
  expect(points).toEqual([
    { threshold: 0.9, answered: 1, wrong: 0, coverage: 1 / 3, risk: 0 },
    { threshold: 0.8, answered: 2, wrong: 0, coverage: 2 / 3, risk: 0 },
    { threshold: 0.6, answered: 3, wrong: 1, coverage: 1, risk: 1 / 3 },
  ]);
  // (0 + 0 + 1/3) / 3
  expect(area).toBeCloseTo(1 / 9, 15);
});

test('equally confident answers are given together', () => {
  const { points, area } = riskCoverage([0.5, 0.5], [false, true]);
  expect(points).toEqual([{ threshold: 0.5, answered: 2, wrong: 1, coverage: 1, risk: 0.5 }]);
  // The wrong one comes first or second: (1 + 1/2) / 2 and (0 + 1/2) / 2, on average 1/2.
  expect(area).toBe(0.5);
  expect(riskCoverage([0.5, 0.5], [true, false]).area).toBe(0.5);
});

test('refuses a confidence that is not a number', () => {
  expect(() => riskCoverage([Number.NaN], [true])).toThrow(
    'Argument "confidences[0]": expected a number from 0 to 1, got NaN.',
  );
});
