import { resolveOptimizer } from '@lenet/core/training';
import { expect, test } from 'vitest';
import { createStepNumbers } from './step-numbers.js';

test("Adam's first rate is corrected for means that begin at 0", () => {
  const numbers = createStepNumbers(resolveOptimizer({ kind: 'adam', weightDecay: 0.5 }));
  // 0.1 * sqrt(1 - 0.999) / (1 - 0.9), epsilon as it is, 1 - 0.1 * 0.5
  expect(numbers.next(0.1)).toEqual(Float32Array.of(0.1 * Math.sqrt(0.001) * 10, 1e-7, 0.95));
});

test("PyTorch's epsilon is corrected, too, and each step counts", () => {
  const optimizer = resolveOptimizer({
    kind: 'adam',
    beta1: 0.5,
    beta2: 0.75,
    epsilon: 0.01,
    epsilonPlacement: 'pytorch',
  });
  const numbers = createStepNumbers(optimizer);
  // sqrt(1 - 0.75) = 0.5; 1 - 0.5 = 0.5
  expect(numbers.next(1)).toEqual(Float32Array.of(1, 0.005, 1));
  expect(numbers.stepCount).toBe(0);
  numbers.count();
  expect(numbers.stepCount).toBe(1);
  // sqrt(1 - 0.5625) / 0.75
  const second = numbers.next(1);
  expect(second[0]).toBeCloseTo(0.8819171, 6);
  numbers.restart(0);
  expect(numbers.next(1)[0]).toBe(1);
  numbers.restart(1);
  expect(numbers.next(1)).toEqual(second);
});

test('momentum takes the rate as it is', () => {
  const numbers = createStepNumbers(resolveOptimizer({ kind: 'momentum', weightDecay: 2 }));
  expect(numbers.next(0.25)).toEqual(Float32Array.of(0.25, 0, 0.5));
});
