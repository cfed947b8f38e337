import { expect, test } from 'vitest';
import { accuracy } from './accuracy.js';
import { classificationReport } from './classification-report.js';
import { confusionMatrix } from './confusion-matrix.js';
import { formatClassificationReport } from './format-classification-report.js';
// Made by tooling/oracle/metrics/classification_report.py.
import oracle from './testing/scikit-learn-cases.json' with { type: 'json' };

type SklearnScores = { precision: number; recall: number; 'f1-score': number; support: number };

test(`agrees with ${oracle.madeBy} on ${oracle.cases.length} cases, text character for character`, () => {
  expect(oracle.cases.length).toBeGreaterThanOrEqual(60);
  for (const expected of oracle.cases) {
    const { labels, predictions, classCount, digits } = expected;
    const report = classificationReport(labels, predictions, {
      zeroDivision: expected.zeroDivision as 0 | 1,
      ...(expected.classNames && { classNames: expected.classNames }),
    });
    expect(formatClassificationReport(report, { digits })).toBe(expected.text);
    expect(confusionMatrix(labels, predictions, { classCount })).toEqual(expected.confusionMatrix);
    expect(accuracy(labels, predictions)).toBeCloseTo(expected.accuracy, 12);
    expect(report.accuracy).toBeCloseTo(expected.accuracy, 12);
    const averages = [
      ['macro avg', report.macroAverage],
      ['weighted avg', report.weightedAverage],
    ] as const;
    for (const [name, received] of [
      ...report.classes.map((scores) => [scores.name, scores] as const),
      ...averages,
    ]) {
      const scores = (expected.report as Record<string, unknown>)[name] as SklearnScores;
      expect(received.precision).toBeCloseTo(scores.precision, 12);
      expect(received.recall).toBeCloseTo(scores.recall, 12);
      expect(received.f1Score).toBeCloseTo(scores['f1-score'], 12);
      expect(received.support).toBe(scores.support);
    }
  }
});

test('refuses predictions that do not fit the labels', () => {
  expect(() => classificationReport([0, 1], [0])).toThrow(
    'Metrics: expected as many predictions as labels (2), got 1.',
  );
});
