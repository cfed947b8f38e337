import { expect, test } from 'vitest';
import { chooseAnswerThreshold } from '../calibration/choose-answer-threshold.js';
import { fitTemperature } from '../calibration/fit-temperature.js';
import { measureCalibration } from '../calibration/measure-calibration.js';
import { rateAnswers } from '../calibration/rate-answers.js';
import { riskCoverage } from '../calibration/risk-coverage.js';
import { riskUpperBound } from '../calibration/risk-upper-bound.js';
import { categoricalCrossEntropy } from '../losses/categorical-cross-entropy.js';
import { crossEntropy } from '../losses/cross-entropy.js';
import { oneHot } from '../losses/one-hot.js';
import { accuracy } from './accuracy.js';
import { balancedAccuracy } from './balanced-accuracy.js';
import { binomialCdf } from './binomial-cdf.js';
import { bootstrapInterval } from './bootstrap-interval.js';
import { brierScore } from './brier-score.js';
import { classificationReport } from './classification-report.js';
import { cohenKappa } from './cohen-kappa.js';
import { confusionMatrix } from './confusion-matrix.js';
import { formatClassificationReport } from './format-classification-report.js';
import { logLoss } from './log-loss.js';
import { matthewsCorrelation } from './matthews-correlation.js';
import { mcnemarTest } from './mcnemar-test.js';
// From scikit-learn 1.9.1, SciPy 1.17.1, NumPy 2.4.6 and Keras 3.15.1: tooling/oracle/metrics/metrics.py
import oracle from './metrics.cases.json' with { type: 'json' };
import { type ClassificationScores, precisionRecallF1 } from './precision-recall-f1.js';
import { rocAuc } from './roc-auc.js';
import { type MadeUpKey, madeUpAnswers, shares } from './testing/made-up-answers.js';
import { topKAccuracy } from './top-k-accuracy.js';

const cases = oracle.cases as unknown as { given: MadeUpKey; expected: Record<string, unknown> }[];

/** The same value in the form of the cases: null for NaN, numbers within 1e-12. */
function expectClose(actual: unknown, expected: unknown, name: string): void {
  if (Array.isArray(expected)) {
    expect(actual, name).toHaveLength(expected.length);
    expected.forEach((value, index) => {
      expectClose((actual as unknown[])[index], value, `${name}[${index}]`);
    });
  } else if (typeof expected === 'number') {
    const isClose = Math.abs((actual as number) - expected) <= 1e-12 * Math.max(1, Math.abs(expected));
    expect(isClose, `${name}: ${actual} is ${expected}`).toBe(true);
  } else if (expected !== null && typeof expected === 'object') {
    expect(Object.keys(actual as object), name).toEqual(Object.keys(expected));
    expectClose(Object.values(actual as object), Object.values(expected), name);
  } else expect(Number.isNaN(actual) ? null : actual, name).toBe(expected);
}

const scoresOf = ({ precision, recall, f1Score }: ClassificationScores) => [precision, recall, f1Score];

function measure(given: MadeUpKey, zeroDivision: number): Record<string, unknown> {
  const [seed, count, classCount, ...kinds] = given;
  const { labels, scores } = madeUpAnswers(given);
  const second = madeUpAnswers([seed + 1000, count, classCount, ...kinds]).scores;
  const probabilities = shares(scores, classCount);
  const { predictions, confidences, isRight } = rateAnswers(labels, probabilities, classCount);
  const secondPredictions = rateAnswers(labels, shares(second, classCount), classCount).predictions;
  const logits = scores.map((score) => score / (Math.max(...scores) > 100 ? 256 : 1));
  const soft = shares(second, classCount);
  const hard = oneHot(labels, classCount);
  const report = precisionRecallF1(labels, predictions, { zeroDivision });
  const { classes, macroAverage, weightedAverage } = rocAuc(labels, probabilities, classCount);
  const { points, area } = riskCoverage(confidences, isRight);
  const mcnemar = mcnemarTest(labels, predictions, secondPredictions);
  const { outcome, temperature, loss } = fitTemperature(logits, labels, classCount);
  const bins = (['width', 'mass'] as const).map((binning) =>
    measureCalibration(confidences, isRight, { binCount: 4, binning }).bins.map((bin) => [
      bin.count,
      bin.confidence,
      bin.accuracy,
    ]),
  );
  const normalized = (normalize: 'true' | 'pred' | 'all') =>
    confusionMatrix(labels, predictions, { classCount, normalize });
  return {
    accuracy: accuracy(labels, predictions),
    topK: [1, 2, 3]
      .filter((k) => k <= classCount)
      .map((k) => topKAccuracy(labels, probabilities, classCount, k)),
    zeroDivision,
    averages: [report.microAverage, report.macroAverage, report.weightedAverage].map(scoresOf),
    balancedAccuracy: balancedAccuracy(labels, predictions),
    kappa: (['none', 'linear', 'quadratic'] as const).map((weights) =>
      cohenKappa(labels, predictions, { weights }),
    ),
    matthews: matthewsCorrelation(labels, predictions),
    logLoss: logLoss(labels, probabilities, classCount),
    brier: [
      brierScore(labels, probabilities, classCount),
      brierScore(labels, probabilities, classCount, { scaleByHalf: false }),
    ],
    rocAuc: { classes, macro: macroAverage, weighted: weightedAverage },
    calibrationErrors: (['width', 'mass'] as const).flatMap((binning) =>
      [10, 15].map(
        (binCount) =>
          measureCalibration(confidences, isRight, { binCount, binning }).expectedCalibrationError,
      ),
    ),
    riskCoverageArea: area,
    thresholds: [[0], [0.1], [0.3], [0.3, 0.8], [0.5, 0.95]].map(([targetRisk, confidenceLevel]) => {
      const options = { targetRisk, ...(confidenceLevel && { confidenceLevel }) };
      const chosen = chooseAnswerThreshold(confidences, isRight, options);
      if (chosen === null) return null;
      const { threshold, answered, wrong, riskBound } = chosen;
      return [threshold, answered, wrong, riskBound].filter((value) => value !== undefined);
    }),
    mcnemar: [mcnemar.onlyFirstRight, mcnemar.onlySecondRight, mcnemar.pValue],
    crossEntropy: [
      crossEntropy(logits, labels, classCount),
      categoricalCrossEntropy(logits, hard, classCount),
      categoricalCrossEntropy(logits, soft, classCount),
      categoricalCrossEntropy(probabilities, hard, classCount, { fromLogits: false }),
      categoricalCrossEntropy(scores, soft, classCount, { fromLogits: false }),
    ],
    temperature: [outcome, temperature, loss],
    classes: report.classes.map((scores) => [...scoresOf(scores), scores.support]),
    bins,
    points: points.map(({ threshold, answered, wrong }) => [threshold, answered, wrong]),
    confusion: { true: normalized('true'), pred: normalized('pred'), all: normalized('all') },
    text: formatClassificationReport(classificationReport(labels, predictions, { zeroDivision }), {
      digits: 3,
    }).split('\n'),
  };
}

test('there are at least 200 cases', () => {
  expect(cases.length).toBeGreaterThanOrEqual(200);
});

test.each(cases)('all metrics of case $given are those of the oracle', ({ given, expected }) => {
  const measured = measure(given, (expected.zeroDivision as number | null) ?? Number.NaN);
  for (const [name, value] of Object.entries(expected)) expectClose(measured[name], value, name);
});

test.each(oracle.mcnemar)('McNemar: %d and %d times right alone', (first, second, pValue) => {
  const alone = Array.from({ length: first + second }, (_, index) => (index < first ? 1 : 0));
  const labels = alone.map(() => 1);
  const other = alone.map((value) => 1 - value);
  expectClose(mcnemarTest(labels, alone, other).pValue, pValue, 'p-value');
});

test.each(oracle.binomials)('at most %d of %d with probability %d', (successes, trials, share, expected) => {
  expectClose(binomialCdf(successes, trials, share), expected, 'probability');
});

test.each(oracle.riskBounds)('%d wrong of %d: the risk at level %d', (wrong, answered, level, expected) => {
  expectClose(riskUpperBound(wrong, answered, level), expected, 'bound');
});

test.each(oracle.bootstraps)('bootstrap of seed %d, %d values, %d resamples, level %d', (...given) => {
  const [seed, count, resamples, level, lower, upper] = given;
  const values = Array.from({ length: count }, (_, index) => (((index + 1) * (index + 1)) % 7) / 8);
  const mean = (indices: Uint32Array) => indices.reduce((sum, index) => sum + values[index], 0) / count;
  const interval = bootstrapInterval(count, mean, { seed, resamples, level });
  expectClose([interval.lower, interval.upper], [lower, upper], 'interval');
});
