import { expect, test } from 'vitest';
import { parseConfig, readConfigFile } from './read-config-file.js';
import { resolveConfig } from './resolve-config.js';
import { SettingsError } from './settings-error.js';

const remedy = 'Compare it with what "lenet train --print-config" prints.';

function messageOf(settings: unknown): string {
  const text = typeof settings === 'string' ? settings : JSON.stringify(settings);
  try {
    parseConfig(text, 'mine.json');
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return (error as SettingsError).message;
  }
  throw new Error('expected an error');
}

test('takes what a run writes, and what is left of it', () => {
  const config = resolveConfig({ recipe: 'best', patience: 3, timeLimit: 90, validateEverySteps: 20 });
  expect(parseConfig(JSON.stringify(config), 'config.json')).toEqual(config);
  expect(parseConfig('\uFEFF{"$schema": "x.json", "epochs": 3}', 'mine.json')).toEqual({ epochs: 3 });
});

test('lists every problem with the nearest known name', () => {
  expect(
    messageOf({ epoch: 3, batchSize: '64', optimizer: { kind: 'adam', beta: 1, beta2: 1 }, tensorboard: 1 }),
  ).toBe(
    [
      'Settings file "mine.json":',
      '- batchSize: expected a whole number of 1 or more, got "64"',
      '- optimizer.beta2: expected a number from 0 to below 1, got 1',
      '- optimizer.beta: expected no such setting (did you mean "beta1"? known: kind, beta1, beta2, epsilon, epsilonPlacement, weightDecay, gradientClipNorm), got 1',
      '- tensorboard: expected true or false, got 1',
      '- epoch: expected no such setting (did you mean "epochs"? known: recipe, architecture, epochs, batchSize, schedule, optimizer, augmentation, gentleEpochs, seed, dropout, data, validationImages, trainImages, testImages, syntheticImages, validateEvery, bestBy, earlyStopping, finalWeights, timeLimitSeconds, backend, engineBuild, tensorboard), got 3',
      remedy,
    ].join('\n'),
  );
});

test.each([
  [[], 'the whole: expected an object, got []'],
  [{ seed: -1 }, 'seed: expected a whole number from 0 to 4294967295, got -1'],
  [
    { schedule: { kind: 'linear' } },
    'schedule.kind: expected "constant" or "step" or "cosine" or "one-cycle", got "linear"',
  ],
  [{ validateEvery: {} }, 'validateEvery: expected either epochs or steps, got neither'],
  [
    { validateEvery: { epochs: 1, steps: 1 } },
    'validateEvery: expected either epochs or steps, got epochs and steps',
  ],
  [{ data: '' }, 'data: expected text, got ""'],
])('refuses %j', (settings, problem) => {
  expect(messageOf(settings)).toBe(`Settings file "mine.json": ${problem}\n${remedy}`);
});

test('refuses what is not JSON', () => {
  expect(messageOf('epochs: 3')).toMatch(/^Settings file "mine\.json": expected JSON: .+\nCompare it with/);
});

test('says that a file cannot be read', async () => {
  await expect(readConfigFile('/nowhere/mine.json')).rejects.toThrow(
    'Settings file "/nowhere/mine.json": expected a file of JSON, but it cannot be read (ENOENT).\nGive one that "lenet train --print-config" wrote, or config.json of a run folder.',
  );
});
