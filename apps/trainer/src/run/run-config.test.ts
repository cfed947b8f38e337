import { findRecipe } from '@lenet/core/training';
import { expect, test } from 'vitest';
import { resolveConfig, validationCount } from './run-config.js';

test('holds every setting: those of the recipe and the defaults of the command', () => {
  const { settings } = findRecipe('fast-99');
  expect(resolveConfig({ data: 'mnist', recipe: 'fast-99' })).toEqual({
    ...settings,
    recipe: 'fast-99',
    optimizer: { ...settings.optimizer, epsilonPlacement: 'keras', weightDecay: 0 },
    data: 'mnist',
    backend: 'auto',
    validateEvery: { epochs: 1 },
    bestBy: 'loss',
    finalWeights: 'last',
    tensorboard: false,
  });
});

test('options go before the recipe', () => {
  const config = resolveConfig({ recipe: 'lenet-report', epochs: 2, seed: 7 });
  expect(config).toMatchObject({ epochs: 2, seed: 7, batchSize: 64 });
});

test('a learning rate is the largest one of the schedule', () => {
  const schedules = ['lenet-report', 'fast-99'].map(
    (recipe) => resolveConfig({ recipe, learningRate: 0.002 }).schedule,
  );
  expect(schedules).toEqual([
    { kind: 'constant', rate: 0.002 },
    { kind: 'one-cycle', peak: 0.002, warmUpShare: 0.3, startShare: 0.04 },
  ]);
});

test('a twelfth is held out, 5,000 at most, where no number is given', () => {
  expect([24, 60_000, 120_000].map((count) => validationCount({}, count))).toEqual([2, 5000, 5000]);
  expect(validationCount({ validationImages: 0 }, 60_000)).toBe(0);
});
