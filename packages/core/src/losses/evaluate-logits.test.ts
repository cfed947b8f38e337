import { expect, test } from 'vitest';
import { evaluateLogits } from './evaluate-logits.js';

test('gives loss and accuracy together', () => {
  // Three rows with probabilities 1/4 and 3/4: right, wrong, right.
  const row = [0, Math.log(3)];
  const { loss, accuracy } = evaluateLogits(Float32Array.from([...row, ...row, ...row]), [1, 0, 1], 2);
  expect(loss).toBeCloseTo((2 * Math.log(4 / 3) + Math.log(4)) / 3, 7);
  expect(accuracy).toBeCloseTo(2 / 3, 15);
});

test('a tie answers the lowest class', () => {
  expect(evaluateLogits(new Float32Array(4), [0, 1], 2).accuracy).toBe(0.5);
});
