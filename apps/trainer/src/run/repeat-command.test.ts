import { Command } from 'commander';
import { expect, test } from 'vitest';
import type { ChosenSettings } from '../settings/chosen-settings.js';
import { trainOptionGroups } from '../settings/options/train-options.js';
import { repeatCommand } from './repeat-command.js';
import { resolveConfig } from './run-config.js';

const config = resolveConfig({ recipe: 'lenet-report', data: 'mnist', backend: 'wasm' });

test('names every setting that was given', () => {
  expect(repeatCommand({ ...config, trainImages: 600 })).toBe(
    'lenet train --recipe lenet-report --data mnist --epochs 10 --batch-size 64 --learning-rate 0.001 --seed 1 --train-images 600 --backend wasm',
  );
});

test('quotes a folder that a shell would take apart', () => {
  expect(repeatCommand({ ...config, data: "/data/Anna's digits" })).toContain(
    "--data '/data/Anna'\\''s digits' --epochs",
  );
});

/** What the command line gives, as `lenet train` reads it. */
function readBack(command: string): ChosenSettings {
  const train = new Command('train').exitOverride();
  for (const { options } of trainOptionGroups()) for (const option of options) train.addOption(option);
  const { out: _, ...chosen } = train.parse(command.split(' ').slice(2), { from: 'user' }).opts();
  return chosen;
}

test.each<ChosenSettings>([
  {},
  { recipe: 'best', augmentation: 'none', schedule: 'constant', tensorboard: true },
  { optimizer: 'momentum', momentum: 0, weightDecay: 0.1, gradientClipNorm: 1, learningRate: 0.05 },
  { schedule: 'step', decaySteps: 100, decayFactor: 0.5, epsilonPlacement: 'pytorch', beta1: 0.5 },
  {
    schedule: 'cosine',
    finalRate: 1e-5,
    rotation: 3,
    scale: 0.1,
    shear: 0.1,
    shift: 2,
    warp: 1,
    strokeWidth: 1,
    gentleEpochs: 2,
  },
  { recipe: 'fast-99', warmUp: 0.1, startShare: 0.5, rotation: 0, finalWeights: 'best', bestBy: 'accuracy' },
  {
    recipe: 'beginner-cnn',
    dropout: 0.1,
    timeLimit: 5400,
    trainImages: 9,
    testImages: 8,
    validationImages: 3,
  },
  { patience: 3, minimumImprovement: 0.01, validateEverySteps: 30, engineBuild: 'relaxed' },
  {
    patience: 2,
    validateEvery: 2,
    finalWeights: 'last',
    architecture: 'dense-baseline',
    epsilon: 1e-8,
    beta2: 0.9,
  },
])('the command gives the configuration of %j again', (chosen) => {
  const wanted = resolveConfig(chosen);
  expect(resolveConfig(readBack(repeatCommand(wanted)))).toEqual(wanted);
});
