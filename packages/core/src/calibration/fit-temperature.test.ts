import { expect, test } from 'vitest';
import { crossEntropy } from '../losses/cross-entropy.js';
import { softmax } from '../losses/softmax.js';
import { fitTemperature } from './fit-temperature.js';

test('makes the probabilities as large as the share of right answers', () => {
  // Three of four right at logits 4 and 0: 3/4 is the probability at 4 / T = ln 3.
  const logits = Float32Array.of(4, 0, 4, 0, 4, 0, 4, 0);
  const fitted = fitTemperature(logits, [0, 0, 0, 1], 2);
  expect(fitted.outcome).toBe('minimum');
  expect(fitted.temperature).toBeCloseTo(4 / Math.log(3), 12);
  expect(fitted.loss).toBeCloseTo(0.25 * Math.log(4) + 0.75 * Math.log(4 / 3), 14);
  expect(fitted.lossBefore).toBeCloseTo(crossEntropy(logits, [0, 0, 0, 1], 2), 14);
  expect(softmax(logits, 2, { temperature: fitted.temperature })[0]).toBeCloseTo(0.75, 7);
});

test.each([0.1, 1, 20])('takes few steps for logits of %d', (size) => {
  const fitted = fitTemperature([size, 0, size, 0, size, 0, size, 0], [0, 0, 0, 1], 2);
  expect(fitted.temperature).toBeCloseTo(size / Math.log(3), 10);
  expect(fitted.iterations).toBeLessThan(20);
});

test('is 1 where every answer is right: nothing says how sure is too sure', () => {
  const fitted = fitTemperature([3, 0, 0, 2], [0, 1], 2);
  expect(fitted).toMatchObject({ temperature: 1, iterations: 0, outcome: 'all-right' });
  expect(fitted.loss).toBe(fitted.lossBefore);
});

test('logits that say nothing count as right: no temperature changes them', () => {
  expect(fitTemperature([5, 5], [1], 2)).toMatchObject({ temperature: 1, outcome: 'all-right' });
});

test('ends at 20 where the answers are no better than chance', () => {
  expect(fitTemperature([3, 0], [1], 2)).toMatchObject({ temperature: 20, outcome: 'limit' });
});

test('ends at 0.05 where the logits are far too small', () => {
  const logits = Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? 0.001 : 0));
  const labels = Array.from({ length: 100 }, (_, index) => (index === 0 ? 1 : 0));
  expect(fitTemperature(logits, labels, 2)).toMatchObject({ temperature: 0.05, outcome: 'limit' });
});

test('the loss is smaller than at temperatures beside it', () => {
  const logits = Float32Array.of(2, 1, 0, 0, 3, 1, 1, 0, 4, 2, 2, 1, 0, 5, 1);
  const labels = [0, 1, 0, 1, 1];
  const { temperature, loss } = fitTemperature(logits, labels, 3);
  for (const factor of [0.99, 1.01]) {
    const scaled = Float64Array.from(logits, (logit) => logit / (temperature * factor));
    expect(crossEntropy(scaled, labels, 3)).toBeGreaterThan(loss);
  }
});

test.each([
  [[1, 2], [], 'Temperature: expected 1 labels for 2 logits of 2 classes, got 0.'],
  [[], [], 'Argument "labels": expected at least 1 value, got none.'],
  [[1, 2], [2], 'Argument "labels[0]": expected a whole number from 0 to 1, got 2.'],
  [[1, Number.NaN], [0], 'Argument "logits[1]": expected a finite number, got NaN.'],
  [[1, -Infinity], [0], 'Argument "logits[1]": expected a finite number, got -Infinity.'],
])('refuses logits %j with labels %j', (logits, labels, message) => {
  expect(() => fitTemperature(logits, labels, 2)).toThrow(message);
});
