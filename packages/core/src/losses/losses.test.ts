import { describe, expect, test } from 'vitest';
import { argMax } from './arg-max.js';
import { crossEntropy } from './cross-entropy.js';
import { evaluateLogits } from './evaluate-logits.js';
import { softmax } from './softmax.js';

describe('softmax', () => {
  test('gives the shares of the exponentials, row by row', () => {
    // exp(log 3) : exp(0) = 3 : 1
    const probabilities = softmax(Float32Array.of(Math.log(3), 0, 5, 5), 2);
    for (const [index, expected] of [0.75, 0.25, 0.5, 0.5].entries()) {
      expect(probabilities[index]).toBeCloseTo(expected, 6);
    }
  });

  test('does not overflow', () => {
    expect([...softmax(Float32Array.of(1000, -1000), 2)]).toEqual([1, 0]);
  });
});

describe('crossEntropy', () => {
  test('is the mean negative logarithm of the probability of the right class', () => {
    const logits = Float32Array.of(Math.log(3), 0, 0, 0);
    // -log(1/4) for the first image, -log(1/2) for the second.
    expect(crossEntropy(logits, [1, 0], 2)).toBeCloseTo((Math.log(4) + Math.log(2)) / 2, 6);
  });

  test('does not overflow', () => {
    expect(crossEntropy(Float32Array.of(1000, 0), [1], 2)).toBe(1000);
  });
});

test('argMax gives a tie to the lowest class', () => {
  expect([...argMax(Float32Array.of(1, 2, 2, -1, -1, -3), 3)]).toEqual([1, 0]);
});

test('evaluateLogits gives loss and accuracy', () => {
  const evaluation = evaluateLogits(Float32Array.of(0, 0, 0, 0), [0, 1], 2);
  expect(evaluation.accuracy).toBe(0.5);
  expect(evaluation.loss).toBeCloseTo(Math.log(2), 12);
});
