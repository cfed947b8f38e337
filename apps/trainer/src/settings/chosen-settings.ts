import type { OptimizerOptions } from '@lenet/core';
import type { BestBy, LearningRateSchedule } from '@lenet/core/training';
import type { EngineBuild } from '@lenet/engine';
import type { BackendChoice } from '../backends/backend-choices.js';

/** What an option takes that means "without". */
export type None = 'none';

/** What a user may set by options of `lenet train`, named as commander names them; absent: as the file or recipe has it. */
export interface ChosenSettings {
  readonly recipe?: string;
  readonly architecture?: string;
  readonly dropout?: number;
  /** `auto`, `mnist`, `synthetic` or a folder. */
  readonly data?: string;
  readonly validationImages?: number;
  readonly trainImages?: number | 'all';
  readonly testImages?: number | 'all';
  readonly syntheticImages?: number;
  readonly epochs?: number;
  readonly batchSize?: number;
  readonly seed?: number;

  readonly optimizer?: OptimizerOptions['kind'];
  readonly momentum?: number;
  readonly beta1?: number;
  readonly beta2?: number;
  readonly epsilon?: number;
  readonly epsilonPlacement?: 'keras' | 'pytorch';
  readonly weightDecay?: number;
  readonly gradientClipNorm?: number | None;

  readonly schedule?: LearningRateSchedule['kind'];
  /** The largest rate, where the schedule changes it. */
  readonly learningRate?: number;
  readonly warmUp?: number;
  readonly startShare?: number;
  readonly finalRate?: number;
  readonly decaySteps?: number;
  readonly decayFactor?: number;

  readonly augmentation?: None;
  readonly rotation?: number;
  readonly scale?: number;
  readonly shear?: number;
  readonly shift?: number;
  readonly warp?: number;
  readonly strokeWidth?: number;
  readonly gentleEpochs?: number;

  readonly validateEvery?: number;
  readonly validateEverySteps?: number;
  readonly bestBy?: BestBy;
  readonly patience?: number | None;
  readonly minimumImprovement?: number;
  readonly finalWeights?: 'last' | 'best';
  /** In seconds. */
  readonly timeLimit?: number | None;

  readonly backend?: BackendChoice;
  readonly engineBuild?: EngineBuild;
  readonly tensorboard?: boolean;
}
