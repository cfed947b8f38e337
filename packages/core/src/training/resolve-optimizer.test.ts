import { expect, test } from 'vitest';
import type { OptimizerOptions } from './optimizer.js';
import { resolveOptimizer } from './resolve-optimizer.js';

test("Adam with Keras's constants is the default", () => {
  expect(resolveOptimizer()).toEqual({
    kind: 'adam',
    beta1: 0.9,
    beta2: 0.999,
    epsilon: 1e-7,
    epsilonPlacement: 'keras',
    weightDecay: 0,
    gradientClipNorm: Infinity,
  });
});

test('what is given stays', () => {
  const options = { kind: 'momentum', momentum: 0, weightDecay: 0.1, gradientClipNorm: 2 } as const;
  expect(resolveOptimizer(options)).toEqual(options);
});

test.each([
  [{ kind: 'adam', beta1: 1 }, 'Argument "beta1": expected a number from 0 to below 1, got 1.'],
  [{ kind: 'adam', beta2: -0.1 }, 'Argument "beta2": expected a number from 0 to below 1, got -0.1.'],
  [{ kind: 'adam', epsilon: 0 }, 'Argument "epsilon": expected a number above 0, got 0.'],
  [
    { kind: 'adam', epsilonPlacement: 'torch' },
    'Argument "epsilonPlacement": expected "keras" or "pytorch", got "torch".',
  ],
  [
    { kind: 'momentum', momentum: Number.NaN },
    'Argument "momentum": expected a number from 0 to below 1, got NaN.',
  ],
  [{ kind: 'adam', weightDecay: -1 }, 'Argument "weightDecay": expected a number of 0 or more, got -1.'],
  [{ kind: 'adam', gradientClipNorm: 0 }, 'Argument "gradientClipNorm": expected a number above 0, got 0.'],
  [{ kind: 'sgd' }, 'Argument "optimizer.kind": expected "adam" or "momentum", got "sgd".'],
])('refuses what is out of range: %j', (options, message) => {
  expect(() => resolveOptimizer(options as OptimizerOptions)).toThrow(message);
});
