import { expect, test } from 'vitest';
import { accuracyOf, classFigures } from './class-figures';
import recorded from './recorded-runs.json' with { type: 'json' };

test('figures of a class come from its row and its column', () => {
  const matrix = [
    [3, 1],
    [2, 4],
  ];
  // scikit-learn: classification_report([0]*4 + [1]*6, [0,0,0,1, 0,0,1,1,1,1])
  expect(classFigures(matrix)).toEqual([
    { digit: 0, count: 4, recall: 0.75, precision: 0.6, f1Score: 6 / 9 },
    { digit: 1, count: 6, recall: 4 / 6, precision: 0.8, f1Score: 8 / 11 },
  ]);
  expect(accuracyOf(matrix)).toBe(0.7);
});

test('the recorded runs agree with themselves', () => {
  for (const { history, test: measured, testCount, validationCount } of recorded.runs) {
    const total = measured.confusionMatrix.flat().reduce((sum, count) => sum + count, 0);
    expect(total).toBe(testCount);
    expect(accuracyOf(measured.confusionMatrix)).toBeCloseTo(measured.accuracy, 6);
    for (const { validation } of history) {
      expect(validation.confusionMatrix.flat().reduce((sum, count) => sum + count, 0)).toBe(validationCount);
      expect(accuracyOf(validation.confusionMatrix)).toBeCloseTo(validation.accuracy, 6);
    }
  }
});
