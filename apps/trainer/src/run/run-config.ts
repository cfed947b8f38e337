import { findRecipe, type LearningRateSchedule, type RecipeSettings } from '@lenet/core/training';
import type { EngineBuild } from '@lenet/engine';
import type { BackendChoice } from '../backends/backend-choices.js';

/** Every setting of a run, resolved: what `config.json` holds and a resume starts from. */
export interface RunConfig extends RecipeSettings {
  /** The recipe that the settings were taken from; options of the command may have changed some. */
  readonly recipe: string;
  /** `auto`, `mnist`, `synthetic` or a folder. */
  readonly data: string;
  /** Images split from the training set; absent: a twelfth of them, 5,000 at most. */
  readonly validationImages?: number;
  /** Use only the first so many; absent: all. */
  readonly trainImages?: number;
  /** Use only the first so many; absent: all. */
  readonly testImages?: number;
  readonly backend: BackendChoice;
  /** Of the engine: the one that computes. */
  readonly engineBuild?: EngineBuild;
}

/** What `config.json` must hold for a resume. */
export const runConfigFields = {
  recipe: 'string',
  architecture: 'string',
  data: 'string',
  epochs: 'number',
  batchSize: 'number',
  schedule: 'object',
  optimizer: 'object',
  augmentation: 'object',
  seed: 'number',
  backend: 'string',
} as const;

/** What a user may set; what is absent is the recipe's. */
export interface ChosenSettings
  extends Pick<
    RunConfig,
    'recipe' | 'data' | 'validationImages' | 'trainImages' | 'testImages' | 'backend' | 'engineBuild'
  > {
  readonly epochs?: number;
  readonly batchSize?: number;
  /** The largest rate, where the schedule of the recipe changes it. */
  readonly learningRate?: number;
  readonly seed?: number;
}

/** @throws {InvalidArgumentError} when there is no such recipe */
export function resolveConfig(chosen: ChosenSettings): RunConfig {
  const { settings } = findRecipe(chosen.recipe);
  const { learningRate, recipe, ...others } = chosen;
  return {
    recipe,
    ...settings,
    ...(learningRate !== undefined && { schedule: withRate(settings.schedule, learningRate) }),
    ...others,
  };
}

function withRate(schedule: LearningRateSchedule, rate: number): LearningRateSchedule {
  return schedule.kind === 'one-cycle' ? { ...schedule, peak: rate } : { ...schedule, rate };
}

/** Its largest learning rate. */
export function largestRate({ schedule }: Pick<RunConfig, 'schedule'>): number {
  return schedule.kind === 'one-cycle' ? schedule.peak : schedule.rate;
}

/** Images that are split from a training set of `trainingCount` to validate with. */
export function validationCount(config: Pick<RunConfig, 'validationImages'>, trainingCount: number): number {
  return config.validationImages ?? Math.min(5000, Math.floor(trainingCount / 12));
}
