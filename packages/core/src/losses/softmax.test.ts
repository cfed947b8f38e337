import fc from 'fast-check';
import { expect, test } from 'vitest';
import { softmax } from './softmax.js';

test('gives the probabilities of each row', () => {
  const probabilities = softmax(Float32Array.of(0, Math.log(3), 5, 5), 2);
  expect([...probabilities]).toEqual([0.25, 0.75, 0.5, 0.5].map((value) => expect.closeTo(value, 7)));
});

test('neither overflows nor underflows to nothing', () => {
  expect([...softmax(Float32Array.of(3e38, 3e38, -3e38, -3e38, 1000, 0), 2)]).toEqual([
    0.5, 0.5, 0.5, 0.5, 1, 0,
  ]);
});

test('a high temperature evens the probabilities out', () => {
  const probabilities = softmax(Float32Array.of(0, Math.log(9)), 2, { temperature: 2 });
  expect([...probabilities]).toEqual([0.25, 0.75].map((value) => expect.closeTo(value, 7)));
});

test('refuses a temperature of 0', () => {
  expect(() => softmax(Float32Array.of(1, 2), 2, { temperature: 0 })).toThrow(
    'Argument "temperature": expected a number above 0, got 0.',
  );
});

test('leaves the logits as they are', () => {
  const logits = Float32Array.of(1, 2);
  softmax(logits, 2);
  expect([...logits]).toEqual([1, 2]);
});

test('each row sums to 1 and keeps its order', () => {
  const logit = fc.float({ min: -100, max: 100, noNaN: true });
  fc.assert(
    fc.property(fc.array(logit, { minLength: 1, maxLength: 20 }), (row) => {
      const probabilities = softmax(Float32Array.from(row), row.length);
      expect(probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
      row.forEach((value, index) => {
        if (index > 0 && value >= row[index - 1]) {
          expect(probabilities[index]).toBeGreaterThanOrEqual(probabilities[index - 1]);
        }
      });
    }),
  );
});

test.each([
  [3, 2, 'Logits: expected a multiple of 2, one value for each class of each image, got 3 values.'],
  [3, 0, 'Argument "classCount": expected a whole number from 1 to 256, got 0.'],
])('refuses %d logits of %d classes', (length, classCount, message) => {
  expect(() => softmax(new Float32Array(length), classCount)).toThrow(message);
});
