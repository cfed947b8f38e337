import { expect, test } from 'vitest';
import { decide } from './decide.js';

/** Probabilities 1/8, 4/8, 2/8, 1/8. */
const logits = Float32Array.of(0, Math.log(4), Math.log(2), 0);

test('answers the most probable class', () => {
  const { decision, digit, probability, probabilities } = decide(logits);
  expect({ decision, digit }).toEqual({ decision: 'digit', digit: 1 });
  expect(probability).toBeCloseTo(0.5, 6);
  expect(probabilities.map((value) => Number(value.toFixed(6)))).toEqual([0.125, 0.5, 0.25, 0.125]);
});

test('is unsure below the threshold and keeps its best guess', () => {
  expect(decide(logits, { answerThreshold: 0.51 })).toMatchObject({ decision: 'unsure', digit: 1 });
  expect(decide(logits, { answerThreshold: 0.49 })).toMatchObject({ decision: 'digit', digit: 1 });
});

test('a high temperature evens the probabilities out before they are compared', () => {
  // Halved logits: 1, 2, sqrt 2, 1 of 5.414.
  const { decision, probability } = decide(logits, { temperature: 2, answerThreshold: 0.4 });
  expect(probability).toBeCloseTo(2 / (4 + Math.SQRT2), 6);
  expect(decision).toBe('unsure');
});

test('a blank picture is no digit, however sure the network is', () => {
  expect(decide(Float32Array.of(50, 0), { isBlank: true })).toMatchObject({ decision: 'blank', digit: null });
});

test('is unsure of what looks like no digit, however probable one is', () => {
  const sure = Float32Array.of(50, 0);
  expect(decide(sure, { digitScore: -0.1 })).toMatchObject({ decision: 'unsure', digit: 0 });
  expect(decide(sure, { digitScore: 0 }).decision).toBe('digit');
  expect(decide(sure, { digitScore: -1, isBlank: true }).decision).toBe('blank');
});

test('an answer as probable as the threshold is given', () => {
  expect(decide(Float32Array.of(0, 0), { answerThreshold: 0.5 }).decision).toBe('digit');
});

test.each([
  [{ temperature: 0 }, 'Argument "temperature": expected a number above 0, got 0.'],
  [{ temperature: Number.NaN }, 'Argument "temperature": expected a number above 0, got NaN.'],
  [{ answerThreshold: 1.5 }, 'Argument "answerThreshold": expected a number from 0 to 1, got 1.5.'],
  [{ answerThreshold: Number.NaN }, 'Argument "answerThreshold": expected a number from 0 to 1, got NaN.'],
  [{ digitScore: Number.NaN }, 'Argument "digitScore[0]": expected a finite number, got NaN.'],
])('refuses %j', (options, message) => {
  expect(() => decide(logits, options)).toThrow(message);
});

test.each([
  [[0, Number.NaN], 'Argument "logits[1]": expected a finite number, got NaN.'],
  [[Infinity, 0], 'Argument "logits[0]": expected a finite number, got Infinity.'],
  [[], 'Argument "classCount": expected a whole number from 1 to 256, got 0.'],
])('refuses logits %j, of a blank picture too', (values, message) => {
  expect(() => decide(Float32Array.from(values))).toThrow(message);
  expect(() => decide(Float32Array.from(values), { isBlank: true })).toThrow(message);
});
