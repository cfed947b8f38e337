import { expect, test } from 'vitest';
import { measureCalibration } from './measure-calibration.js';

test('answers fall into bins that hold their upper end', () => {
  const { bins } = measureCalibration([0.5, 0.50001, 1], [true, true, true], { binCount: 2 });
  expect(bins.map(({ count }) => count)).toEqual([1, 2]);
});

test('an upper end is the number that the bin says, not one that multiplication makes of it', () => {
  // 0.07 * 100 is 7.000000000000001.
  const { bins } = measureCalibration([0.07], [true], { binCount: 100 });
  expect(bins.findIndex(({ count }) => count === 1)).toBe(6);
  expect(bins[6].to).toBe(0.07);
});

test('a bin has the mean confidence and the share of right answers', () => {
  const { bins } = measureCalibration([0.625, 0.875, 0.75, 0.75], [true, false, true, true], { binCount: 2 });
  expect(bins[0]).toEqual({ from: 0, to: 0.5, count: 0, confidence: 0, accuracy: 0 });
  expect(bins[1]).toEqual({ from: 0.5, to: 1, count: 4, confidence: 0.75, accuracy: 0.75 });
});

test('the expected calibration error weighs the distance of each bin by its answers', () => {
  // Bin 1: one answer, confidence 0.4, accuracy 1. Bin 2: three, confidence 0.9, accuracy 2/3.
  // (1 * 0.6 + 3 * (0.9 - 2/3)) / 4 = 0.325
  const { expectedCalibrationError } = measureCalibration([0.4, 0.9, 0.9, 0.9], [true, true, true, false], {
    binCount: 2,
  });
  expect(expectedCalibrationError).toBeCloseTo(0.325, 12);
});

test('a confidence of 0 lies in the first bin', () => {
  expect(measureCalibration([0], [false]).bins[0].count).toBe(1);
});

test('bins of equal mass hold as many answers each, the least confident first', () => {
  const confidences = [0.9, 0.5, 0.8, 0.6, 0.7];
  const isRight = [true, false, true, true, true];
  const { bins, expectedCalibrationError } = measureCalibration(confidences, isRight, {
    binCount: 2,
    binning: 'mass',
  });
  expect(bins).toEqual([
    { from: 0.5, to: 0.7, count: 3, confidence: expect.closeTo(0.6, 15), accuracy: 2 / 3 },
    { from: 0.8, to: 0.9, count: 2, confidence: expect.closeTo(0.85, 15), accuracy: 1 },
  ]);
  // (3 * 1/15 + 2 * 0.15) / 5 = 0.1
  expect(expectedCalibrationError).toBeCloseTo(0.1, 14);
});

test('equal confidences stay in one bin of equal mass, whatever their order', () => {
  const measure = (isRight: boolean[]) =>
    measureCalibration([1, 1, 1, 0.5], isRight, { binCount: 4, binning: 'mass' });
  expect(measure([true, true, false, true]).bins.map(({ count }) => count)).toEqual([1, 3]);
  expect(measure([false, true, true, true])).toEqual(measure([true, true, false, true]));
});

test.each([
  [[], [], {}, 'Argument "confidences": expected at least 1 value, got none.'],
  [[0.5], [], {}, 'Calibration: expected as many confidences as answers (0), got 1.'],
  [[1.5], [true], {}, 'Argument "confidences[0]": expected a number from 0 to 1, got 1.5.'],
  [[Number.NaN], [true], {}, 'Argument "confidences[0]": expected a number from 0 to 1, got NaN.'],
  [[1], [true], { binCount: 0 }, 'Argument "binCount": expected a whole number from 1 to 16777215, got 0.'],
  [
    [1],
    [true],
    { binning: 'equal' as 'mass' },
    'Argument "binning": expected "width" or "mass", got "equal".',
  ],
])('refuses confidences %j, answers %j, options %j', (confidences, isRight, options, message) => {
  expect(() => measureCalibration(confidences, isRight, options)).toThrow(message);
});
