import { learningRateAt } from '@lenet/core/training';
import { expect, test } from 'vitest';
import type { RunConfig } from '../run/run-config.js';
import { completeSchedule } from './apply-schedule-options.js';
import type { ChosenSettings } from './chosen-settings.js';
import { resolveConfig } from './resolve-config.js';
import { SettingsError } from './settings-error.js';

const file = (settings: Partial<RunConfig>) => ({ path: 'mine.json', settings });

function problemsOf(chosen: ChosenSettings, settings?: Partial<RunConfig>): readonly string[] {
  try {
    resolveConfig(chosen, settings && file(settings));
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return (error as SettingsError).problems;
  }
  throw new Error('expected an error');
}

test('options go over the file, the file over the recipe', () => {
  const config = resolveConfig(
    { epochs: 2, rotation: 4, gentleEpochs: 0 },
    file({
      recipe: 'best',
      epochs: 9,
      batchSize: 32,
      augmentation: { scale: 0.2 },
      gentleEpochs: 3,
      earlyStopping: { patience: 3 },
    }),
  );
  expect(config).toMatchObject({
    recipe: 'best',
    epochs: 2,
    batchSize: 32,
    augmentation: { scale: 0.2, rotationDegrees: 4 },
    gentleEpochs: 0,
    earlyStopping: { patience: 3, minimumImprovement: 0 },
    finalWeights: 'best',
    schedule: { kind: 'one-cycle', peak: 0.004 },
  });
});

test('what a resolved configuration says is taken as it is', () => {
  const config = resolveConfig({ recipe: 'best', patience: 5, timeLimit: 60, gradientClipNorm: 1 });
  expect(resolveConfig({}, file(config))).toEqual(config);
});

test('options take back what a file has', () => {
  const settings = {
    earlyStopping: { patience: 3 },
    timeLimitSeconds: 9,
    trainImages: 100,
    testImages: 10,
    tensorboard: true,
    optimizer: { kind: 'adam', gradientClipNorm: 1 },
    augmentation: { shear: 1 },
  } as const;
  const none = {
    patience: 'none',
    timeLimit: 'none',
    gradientClipNorm: 'none',
    augmentation: 'none',
  } as const;
  const config = resolveConfig(
    { ...none, trainImages: 'all', testImages: 'all', tensorboard: false },
    file(settings),
  );
  expect(config).toEqual(resolveConfig({}));
});

test('another schedule keeps the largest rate, another optimizer its weight decay', () => {
  const config = resolveConfig({ recipe: 'best', schedule: 'cosine', optimizer: 'momentum' });
  expect(config.schedule).toEqual({ kind: 'cosine', rate: 0.004, finalRate: 0 });
  expect(config.optimizer).toEqual({ kind: 'momentum', momentum: 0.9, weightDecay: 0.05 });
});

test('each option changes its own field', () => {
  const adam = {
    beta1: 0.8,
    beta2: 0.9,
    epsilon: 1e-8,
    epsilonPlacement: 'pytorch',
    weightDecay: 0.1,
  } as const;
  expect(resolveConfig({ ...adam, gradientClipNorm: 2 }).optimizer).toEqual({
    kind: 'adam',
    ...adam,
    gradientClipNorm: 2,
  });
  const limits = { rotation: 1, scale: 0.2, shear: 0.3, shift: 4, warp: 5, strokeWidth: 2 };
  expect(resolveConfig(limits).augmentation).toEqual({
    rotationDegrees: 1,
    scale: 0.2,
    shear: 0.3,
    shiftPixels: 4,
    warpPixels: 5,
    strokeWidthPixels: 2,
  });
  const step = { schedule: 'step', learningRate: 1, decaySteps: 5, decayFactor: 0.5 } as const;
  expect(resolveConfig(step).schedule).toEqual({ kind: 'step', rate: 1, everySteps: 5, factor: 0.5 });
  const cycle = { schedule: 'one-cycle', warmUp: 0.1, startShare: 0.2 } as const;
  expect(resolveConfig(cycle).schedule).toEqual({
    kind: 'one-cycle',
    peak: 0.001,
    warmUpShare: 0.1,
    startShare: 0.2,
  });
  const stopping = {
    validateEverySteps: 50,
    bestBy: 'accuracy',
    patience: 2,
    minimumImprovement: 0.1,
  } as const;
  expect(resolveConfig({ ...stopping, finalWeights: 'last' })).toMatchObject({
    validateEvery: { steps: 50 },
    bestBy: 'accuracy',
    earlyStopping: { patience: 2, minimumImprovement: 0.1 },
    finalWeights: 'last',
  });
});

test('a limit of 0 takes an augmentation of the recipe away', () => {
  expect(resolveConfig({ recipe: 'fast-99', rotation: 0 }).augmentation).toEqual({ shiftPixels: 1 });
});

test.each([
  { kind: 'step', rate: 1, everySteps: 10 },
  { kind: 'cosine', rate: 1 },
  { kind: 'one-cycle', peak: 1 },
] as const)('what is filled in of %j is what core would take', (schedule) => {
  const rates = (any: typeof schedule) => [0, 15, 60, 99].map((step) => learningRateAt(any, step, 100));
  const complete = completeSchedule(schedule);
  expect(Object.keys(complete).length).toBeGreaterThan(Object.keys(schedule).length);
  expect(rates(complete as typeof schedule)).toEqual(rates(schedule));
});

test.each<[ChosenSettings, string]>([
  [
    { momentum: 0.9 },
    '--momentum 0.9 does not fit optimizer adam of recipe lenet-report: it is for --optimizer momentum.',
  ],
  [
    { optimizer: 'momentum', beta1: 0.8 },
    '--beta1 0.8 does not fit --optimizer momentum: it is for --optimizer adam.',
  ],
  [
    { warmUp: 0.1 },
    '--warm-up 0.1 does not fit schedule constant of recipe lenet-report: it is for --schedule one-cycle.',
  ],
  [
    { recipe: 'fast-99', decayFactor: 0.5 },
    '--decay-factor 0.5 does not fit schedule one-cycle of recipe fast-99: it is for --schedule step.',
  ],
  [{ schedule: 'step' }, '--schedule step needs --decay-steps, the number of steps between two changes.'],
  [
    { schedule: 'cosine', finalRate: 0.1, learningRate: 0.01 },
    '--final-rate 0.1 does not fit --learning-rate 0.01: expected at most that, for a rate that falls.',
  ],
  [
    { augmentation: 'none', rotation: 5 },
    '--rotation 5 does not fit --augmentation none: leave one of them out.',
  ],
  [
    { dropout: 0.5 },
    '--dropout 0.5 does not fit architecture lenet-report of recipe lenet-report: it has no dropout layer. Networks that have: beginner-cnn.',
  ],
  [
    { validationImages: 0, patience: 3 },
    '--patience 3 does not fit --validation-images 0: nothing is validated.',
  ],
  [
    { validationImages: 0, bestBy: 'loss' },
    '--best-by loss does not fit --validation-images 0: nothing is validated.',
  ],
  [
    { validateEvery: 2, validateEverySteps: 10 },
    '--validate-every 2 does not fit --validate-every-steps 10: leave one of them out.',
  ],
  [
    { validateEvery: 11 },
    '--validate-every 11 does not fit epochs 10 of recipe lenet-report: no epoch would be validated.',
  ],
  [
    { minimumImprovement: 0.1 },
    '--minimum-improvement 0.1 needs --patience: without it the training does not end early.',
  ],
  [
    { backend: 'wasm', engineBuild: 'relaxed' },
    '--engine-build relaxed does not fit --backend wasm: it is for --backend engine.',
  ],
])('%j do not fit together', (chosen, problem) => {
  expect(problemsOf(chosen)).toEqual([problem]);
});

test.each<[ChosenSettings, Partial<RunConfig>, string]>([
  [
    { recipe: 'best' },
    { recipe: 'fast-99' },
    '--recipe best does not fit --config mine.json: the settings in it are of recipe fast-99. Leave one of them out.',
  ],
  [
    { beta1: 0.5 },
    { optimizer: { kind: 'momentum' } },
    '--beta1 0.5 does not fit optimizer momentum in "mine.json": it is for --optimizer adam.',
  ],
  [
    {},
    { validationImages: 0, earlyStopping: { patience: 2 } },
    'patience 2 in "mine.json" does not fit validation images 0 in "mine.json": nothing is validated.',
  ],
])('the options %j and the file %j do not fit together', (chosen, settings, problem) => {
  expect(problemsOf(chosen, settings)).toEqual([problem]);
});

test('tells all problems at once', () => {
  expect(() => resolveConfig({ momentum: 0.5, warmUp: 0.5 })).toThrow(
    [
      'the settings do not fit together:',
      '- --warm-up 0.5 does not fit schedule constant of recipe lenet-report: it is for --schedule one-cycle.',
      '- --momentum 0.5 does not fit optimizer adam of recipe lenet-report: it is for --optimizer momentum.',
    ].join('\n'),
  );
});

test('a build of the engine in a file says nothing to another backend', () => {
  const settings = { backend: 'engine', engineBuild: 'strict' } as const;
  expect(resolveConfig({ backend: 'wasm' }, file(settings))).not.toHaveProperty('engineBuild');
  expect(resolveConfig({}, file(settings))).toMatchObject(settings);
});
