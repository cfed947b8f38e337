import { findRecipe } from '@lenet/core/training';
import { expect, test } from 'vitest';
import { resolveConfig } from './run-config.js';

const chosen = { data: 'mnist', backend: 'auto' } as const;

test('takes every setting of the recipe', () => {
  const config = resolveConfig({ ...chosen, recipe: 'fast-99' });
  expect(config).toEqual({ ...chosen, recipe: 'fast-99', ...findRecipe('fast-99').settings });
});

test('options go before the recipe', () => {
  const config = resolveConfig({ ...chosen, recipe: 'lenet-report', epochs: 2, seed: 7 });
  expect(config).toMatchObject({ epochs: 2, seed: 7, batchSize: 64 });
});

test('a learning rate is the largest one of the schedule', () => {
  const schedules = ['lenet-report', 'fast-99'].map(
    (recipe) => resolveConfig({ ...chosen, recipe, learningRate: 0.002 }).schedule,
  );
  expect(schedules).toEqual([
    { kind: 'constant', rate: 0.002 },
    { kind: 'one-cycle', peak: 0.002, warmUpShare: 0.3, startShare: 0.04 },
  ]);
});
