import { expect, test } from 'vitest';
import { measureCalibration } from './calibration.js';

test('answers fall into bins that hold their upper end', () => {
  const { bins } = measureCalibration([0.5, 0.50001, 1], [true, true, true], 2);
  expect(bins.map(({ count }) => count)).toEqual([1, 2]);
});

test('a bin has the mean confidence and the share of right answers', () => {
  const { bins } = measureCalibration([0.625, 0.875, 0.75, 0.75], [true, false, true, true], 2);
  expect(bins[0]).toEqual({ from: 0, to: 0.5, count: 0, confidence: 0, accuracy: 0 });
  expect(bins[1]).toEqual({ from: 0.5, to: 1, count: 4, confidence: 0.75, accuracy: 0.75 });
});

test('the expected calibration error weighs the distance of each bin by its answers', () => {
  // Bin 1: one answer, confidence 0.4, accuracy 1. Bin 2: three, confidence 0.9, accuracy 2/3.
  // (1 * 0.6 + 3 * (0.9 - 2/3)) / 4 = 0.325
  const { expectedCalibrationError } = measureCalibration([0.4, 0.9, 0.9, 0.9], [true, true, true, false], 2);
  expect(expectedCalibrationError).toBeCloseTo(0.325, 12);
});

test('a confidence of 0 lies in the first bin', () => {
  expect(measureCalibration([0], [false]).bins[0].count).toBe(1);
});
