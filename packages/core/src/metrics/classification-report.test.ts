import { expect, test } from 'vitest';
// From scikit-learn 1.9.1: tooling/oracle/metrics/classification_report.py
import cases from './classification-report.cases.json' with { type: 'json' };
import {
  type ClassificationReportOptions,
  type ClassificationScores,
  classificationReport,
} from './classification-report.js';
import { formatClassificationReport } from './format-classification-report.js';

const reportOf = ({ labels, predictions, options }: (typeof cases)[number]) =>
  classificationReport(labels, predictions, options as ClassificationReportOptions);

/** Precision, recall, F1 and support, rounded as the cases are. */
const numbers = ({ precision, recall, f1Score, support }: ClassificationScores) =>
  [precision, recall, f1Score, support].map((value) => Number(value.toFixed(12)));
const rounded = (values: readonly number[]) => values.map((value) => Number(value.toFixed(12)));

test('there are cases enough, with and without a micro average', () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
  expect(cases.filter(({ expected }) => 'microAverage' in expected).length).toBeGreaterThanOrEqual(5);
});

test.each(cases)('scores are those of scikit-learn: $title', (given) => {
  const report = reportOf(given);
  const { expected } = given;
  expect(report.classes.map(numbers)).toEqual(expected.classes.map(rounded));
  expect(numbers(report.macroAverage)).toEqual(rounded(expected.macroAverage));
  expect(numbers(report.weightedAverage)).toEqual(rounded(expected.weightedAverage));
  expect(report.microAverage && numbers(report.microAverage)).toEqual(
    expected.microAverage && rounded(expected.microAverage),
  );
  if (expected.accuracy !== undefined) expect(report.accuracy).toBeCloseTo(expected.accuracy, 12);
});

test.each(cases)('the text is that of scikit-learn: $title', (given) => {
  expect(formatClassificationReport(reportOf(given), { digits: given.digits })).toBe(given.text.join('\n'));
});

test('accuracy counts the images of classes that are not reported', () => {
  expect(classificationReport([0, 1, 2, 2], [0, 2, 2, 2], { classes: [1] }).accuracy).toBe(0.75);
});

test.each([
  [[], [], {}, 'Classification report: expected at least 1 label, got none.'],
  [[1, 2], [1], {}, 'Metrics: expected as many predictions as labels (2), got 1.'],
  [[Number.NaN], [1], {}, 'Argument "labels[0]": expected a whole number of 0 or more, got NaN.'],
  [[1], [1], { classes: [-1] }, 'Argument "classes[0]": expected a whole number of 0 or more, got -1.'],
  [[1], [1], { zeroDivision: 2 }, 'Classification report: expected 0, 1 or NaN as zeroDivision, got 2.'],
  [[1], [1], { classes: [] }, 'Classification report: expected at least 1 class, got none.'],
  [
    [0],
    [2],
    { classNames: ['zero', 'one'] },
    'Classification report: expected a name for class 2, got 2 names.',
  ],
])('refuses labels %j, predictions %j, options %j', (labels, predictions, options, message) => {
  expect(() => classificationReport(labels, predictions, options)).toThrow(message);
});

test.each([-1, 100, 1.5])('refuses %d digits', (digits) => {
  expect(() => formatClassificationReport(classificationReport([0], [0]), { digits })).toThrow(
    `Argument "digits": expected a whole number from 0 to 99, got ${digits}.`,
  );
});
