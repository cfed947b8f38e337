import type { Augmentation } from '../images/augmentation.js';
import type { LearningRateSchedule } from '../training/learning-rate-schedule.js';
import type { OptimizerOptions } from '../training/optimizer.js';

/** Everything that decides what a training comes to, besides the images. */
export interface RecipeSettings {
  /** Name of the architecture. */
  readonly architecture: string;
  /** Passes over the training set. */
  readonly epochs: number;
  /** Images per step. */
  readonly batchSize: number;
  readonly schedule: LearningRateSchedule;
  readonly optimizer: OptimizerOptions;
  /** How the images of each step are changed; `{}` is not at all. */
  readonly augmentation: Augmentation;
  /** Epochs at the end in which images are changed less: see `TrainOptions`. @default 0 */
  readonly gentleEpochs?: number;
  /**
   * Synthetic digits mixed into each epoch, others in each of eight epochs in a row; never into the images that
   * are validated or tested with. @default none
   */
  readonly syntheticImages?: number;
  /** uint32: of weights, order, dropout and augmentation, where no other is asked for. */
  readonly seed: number;
}

/** A way to train a network, as plain data. */
export interface Recipe {
  /** Identifier in lower case, e.g. `lenet-report`. */
  readonly name: string;
  /** One sentence. */
  readonly description: string;
  readonly settings: RecipeSettings;
  /** Why each setting is what it is. */
  readonly reasons: { readonly [Setting in keyof RecipeSettings]: string };
}
