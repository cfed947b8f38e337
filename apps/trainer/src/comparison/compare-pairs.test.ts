import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type ComparedPair, comparePairs } from './compare-pairs.js';
import { holmCorrection } from './holm-correction.js';

interface Case {
  readonly labels: readonly number[];
  readonly predictions: readonly (readonly number[])[];
  readonly pairs: readonly Omit<ComparedPair, 'first' | 'second'>[];
}

// From statsmodels, see tooling/oracle/comparison/compare_pairs.py
const cases: Case[] = JSON.parse(readFileSync(new URL('compare-pairs.cases.json', import.meta.url), 'utf8'));

test.each(cases)(
  'each of $predictions.length networks is tested with each as statsmodels does',
  ({ labels, predictions, pairs }) => {
    const runs = predictions.map((each) => ({
      labels: Uint8Array.from(labels),
      predictions: Uint8Array.from(each),
    }));
    const found = comparePairs(runs);
    expect(found).toHaveLength(pairs.length);
    for (const [index, pair] of pairs.entries()) {
      expect(found[index]).toMatchObject({
        onlyFirstRight: pair.onlyFirstRight,
        onlySecondRight: pair.onlySecondRight,
      });
      expect(found[index].pValue / pair.pValue).toBeCloseTo(1, 10);
      expect(found[index].correctedPValue / pair.correctedPValue).toBeCloseTo(1, 10);
    }
  },
);

test('pairs name their runs in order', () => {
  const run = { labels: Uint8Array.of(1), predictions: Uint8Array.of(1) };
  expect(comparePairs([run, run, run]).map(({ first, second }) => [first, second])).toEqual([
    [0, 1],
    [0, 2],
    [1, 2],
  ]);
});

test('the smallest of n p-values counts n times, the next n - 1 times, and none less than one before it', () => {
  // 3 * 0.01; 2 * 0.04; and 1 * 0.05, which may not be less than 0.08.
  expect(holmCorrection([0.04, 0.01, 0.05])).toEqual([0.08, 0.03, 0.08]);
});

test('a corrected p-value is 1 at most, and a single one stays', () => {
  expect(holmCorrection([0.6, 0.7])).toEqual([1, 1]);
  expect(holmCorrection([0.03])).toEqual([0.03]);
  expect(holmCorrection([])).toEqual([]);
});
