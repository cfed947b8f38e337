import { expect, test } from 'vitest';
import { resolveOptimizer } from './resolve-optimizer.js';
import { createUpdateCounter } from './update-factors.js';

test("Adam's first rate is corrected for means that begin at 0", () => {
  const counter = createUpdateCounter(resolveOptimizer({ kind: 'adam', weightDecay: 0.5 }));
  const { rate, epsilon, kept } = counter.next(0.1);
  expect(rate).toBeCloseTo(0.1 * Math.sqrt(0.001) * 10, 15);
  expect(epsilon).toBe(1e-7);
  expect(kept).toBe(0.95);
});

test("PyTorch's epsilon is corrected, too, and each step counts", () => {
  const optimizer = resolveOptimizer({
    kind: 'adam',
    beta1: 0.5,
    beta2: 0.75,
    epsilon: 0.01,
    epsilonPlacement: 'pytorch',
  });
  const counter = createUpdateCounter(optimizer);
  // sqrt(1 - 0.75) = 0.5; 1 - 0.5 = 0.5
  expect(counter.next(1)).toEqual({ rate: 1, epsilon: 0.005, kept: 1 });
  expect(counter.stepCount).toBe(0);
  counter.count();
  expect(counter.stepCount).toBe(1);
  // sqrt(1 - 0.5625) / 0.75
  const second = counter.next(1);
  expect(second.rate).toBeCloseTo(0.8819171, 6);
  counter.restart(0);
  expect(counter.next(1).rate).toBe(1);
  counter.restart(1);
  expect(counter.next(1)).toEqual(second);
});

test('momentum takes the rate as it is, at every step', () => {
  const counter = createUpdateCounter(resolveOptimizer({ kind: 'momentum', weightDecay: 2 }));
  counter.count();
  expect(counter.next(0.25)).toEqual({ rate: 0.25, epsilon: 0, kept: 0.5 });
});
