import { expect, test } from 'vitest';
import type { Architecture } from '../architecture/architecture.js';
import { lenetReport } from '../architecture/lenet-report.js';
import { initialiseWeights } from './initialise-weights.js';

test('kernels are uniform within the Glorot limit, biases zero', () => {
  const weights = initialiseWeights(lenetReport, { seed: 1 });
  // conv2d_1: 25 * (6 + 16) = 550 inputs and outputs; dense: 256 + 120 = 376.
  for (const [name, limit] of [
    ['conv2d_1/kernel', Math.sqrt(6 / 550)],
    ['dense/kernel', Math.sqrt(6 / 376)],
  ] as const) {
    const { values } = weights.find((tensor) => tensor.name === name)!;
    const largest = values.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
    expect(largest).toBeLessThanOrEqual(limit);
    expect(largest).toBeGreaterThan(limit * 0.99);
    expect(Math.abs(values.reduce((sum, value) => sum + value, 0) / values.length)).toBeLessThan(
      limit * 0.05,
    );
  }
  const biases = weights.filter(({ name }) => name.endsWith('/bias'));
  expect(biases.flatMap(({ values }) => [...values]).every((value) => value === 0)).toBe(true);
});

test('two layers of the same shape begin with different weights', () => {
  const layer = { kind: 'dense', units: 4, activation: 'relu' } as const;
  const twins: Architecture = {
    name: 'twins',
    inputShape: [1, 1, 4],
    layers: [
      { kind: 'flatten', name: 'flatten' },
      { ...layer, name: 'a' },
      { ...layer, name: 'b' },
    ],
  };
  const [a, , b] = initialiseWeights(twins, { seed: 1 });
  expect(a.values).not.toEqual(b.values);
});

test('the same seed gives the same weights, another seed others', () => {
  expect(initialiseWeights(lenetReport, { seed: 5 })).toEqual(initialiseWeights(lenetReport, { seed: 5 }));
  expect(initialiseWeights(lenetReport, { seed: 6 })).not.toEqual(
    initialiseWeights(lenetReport, { seed: 5 }),
  );
});
