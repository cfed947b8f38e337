import type { BestBy, EarlyStopping, RecipeSettings, ValidationInterval } from '@lenet/core/training';
import type { EngineBuild } from '@lenet/engine';
import type { BackendChoice } from '../backends/backend-choices.js';

export { largestRate } from '../settings/apply-schedule-options.js';
export type { ChosenSettings } from '../settings/chosen-settings.js';
export { resolveConfig } from '../settings/resolve-config.js';

/** Every setting of a run, resolved: what `config.json` holds and a resume starts from. */
export interface RunConfig extends RecipeSettings {
  /** The recipe that the settings were taken from; options of the command may have changed some. */
  readonly recipe: string;
  /** Rate of every dropout layer; absent: as the network has it. */
  readonly dropout?: number;
  /** `auto`, `mnist`, `synthetic` or a folder. */
  readonly data: string;
  /** Images split from the training set; absent: a twelfth of them, 5,000 at most. */
  readonly validationImages?: number;
  /** Use only the first so many; absent: all. */
  readonly trainImages?: number;
  /** Use only the first so many; absent: all. */
  readonly testImages?: number;
  /** @default { epochs: 1 } */
  readonly validateEvery?: ValidationInterval;
  /** @default 'loss' */
  readonly bestBy?: BestBy;
  /** Absent: never. */
  readonly earlyStopping?: EarlyStopping;
  /** Which weights the model gets. @default 'last' */
  readonly finalWeights?: 'last' | 'best';
  /** Of training, the epochs before a resume included; absent: none. */
  readonly timeLimitSeconds?: number;
  readonly backend: BackendChoice;
  /** Of the engine: the one that computes. */
  readonly engineBuild?: EngineBuild;
  /** Whether event files for TensorBoard are written. @default false */
  readonly tensorboard?: boolean;
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

/** Images that are split from a training set of `trainingCount` to validate with. */
export function validationCount(config: Pick<RunConfig, 'validationImages'>, trainingCount: number): number {
  return config.validationImages ?? Math.min(5000, Math.floor(trainingCount / 12));
}
