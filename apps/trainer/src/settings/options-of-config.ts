// The other way round: the options that give a configuration.
import { resolveOptimizer } from '@lenet/core/training';
import type { RunConfig } from '../run/run-config.js';
import { augmentationOptions } from './apply-augmentation-options.js';
import { completeSchedule, largestRate } from './apply-schedule-options.js';
import { usualFinalWeights } from './apply-stopping-options.js';
import type { ChosenSettings } from './chosen-settings.js';
import { durationArgument } from './options/setting-parsers.js';
import { withoutUndefined } from './without-undefined.js';

/** What is typed after an option; `true` for one that stands alone. */
export type OptionValues = {
  readonly [Option in keyof ChosenSettings]?: string | number | true;
};

/** Every option that a configuration comes from, in the order of the help. */
export function optionsOfConfig(config: RunConfig): OptionValues {
  const { validateEvery = { epochs: 1 }, earlyStopping, timeLimitSeconds, finalWeights } = config;
  return withoutUndefined({
    recipe: config.recipe,
    data: config.data,
    epochs: config.epochs,
    batchSize: config.batchSize,
    learningRate: largestRate(config),
    seed: config.seed,
    timeLimit: timeLimitSeconds && durationArgument(timeLimitSeconds),
    validationImages: config.validationImages,
    trainImages: config.trainImages,
    testImages: config.testImages,
    syntheticImages: config.syntheticImages,
    architecture: config.architecture,
    dropout: config.dropout,
    ...optimizerOptionsOf(config),
    ...scheduleOptionsOf(config),
    ...augmentationOptionsOf(config),
    gentleEpochs: config.gentleEpochs,
    validateEvery: 'epochs' in validateEvery ? validateEvery.epochs : undefined,
    validateEverySteps: 'steps' in validateEvery ? validateEvery.steps : undefined,
    patience: earlyStopping?.patience,
    minimumImprovement: earlyStopping?.minimumImprovement || undefined,
    bestBy: config.bestBy ?? 'loss',
    finalWeights: finalWeights === usualFinalWeights(earlyStopping) ? undefined : finalWeights,
    backend: config.backend,
    engineBuild: config.engineBuild,
    tensorboard: config.tensorboard || undefined,
  });
}

function optimizerOptionsOf({ optimizer }: RunConfig): OptionValues {
  const { kind, gradientClipNorm, ...others } = resolveOptimizer(optimizer);
  return {
    optimizer: kind,
    ...others,
    ...(gradientClipNorm !== Infinity && { gradientClipNorm }),
  };
}

function scheduleOptionsOf(config: RunConfig): OptionValues {
  const schedule = completeSchedule(config.schedule);
  switch (schedule.kind) {
    case 'constant':
      return { schedule: schedule.kind };
    case 'step':
      return {
        schedule: schedule.kind,
        decaySteps: schedule.everySteps,
        decayFactor: schedule.factor,
      };
    case 'cosine':
      return { schedule: schedule.kind, finalRate: schedule.finalRate };
    case 'one-cycle':
      return {
        schedule: schedule.kind,
        warmUp: schedule.warmUpShare,
        startShare: schedule.startShare,
      };
  }
}

function augmentationOptionsOf({ augmentation }: RunConfig): OptionValues {
  const limits = Object.entries(augmentationOptions) as [keyof typeof augmentation, keyof ChosenSettings][];
  return Object.fromEntries(limits.map(([limit, option]) => [option, augmentation[limit] ?? 0]));
}
