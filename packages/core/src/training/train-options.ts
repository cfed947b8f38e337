import type { LabelledImages } from '../data/labelled-images.js';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { requireInteger, requirePositive } from '../errors/require-argument.js';
import type { Augmentation } from '../images/augmentation.js';
import { requireAugmentation } from '../images/require-augmentation.js';
import { schemaProblems } from '../manifest/schema-problems.js';
import type { Checkpoint } from './checkpoint.js';
import { type ImagePool, imagesPerEpoch, requireImagePool } from './image-pool.js';
import type { LearningRateSchedule } from './learning-rate-schedule.js';
import { learningRateScheduleSchema } from './learning-rate-schedule-schema.js';
import type { BestBy, EarlyStopping } from './patience.js';
import type { ValidationInterval } from './validation-interval.js';

/** What `train` needs besides a learner. */
export interface TrainOptions {
  readonly training: LabelledImages;
  /** Training images of which every epoch takes others. @default none: an epoch takes all */
  readonly pool?: ImagePool;
  /** Evaluated as `validateEvery` says; without any evaluation the latest weights count as the best. */
  readonly validation?: LabelledImages;
  /**
   * Passes over the training set, those of `resumeFrom` included.
   *
   * A larger number than the run of `resumeFrom` had extends that run. Constant and step schedules then
   * simply go on, as if the run had been as long from the start. Cosine and one-cycle schedules depend on
   * the length: a run that is finished starts them again over the added epochs; one that is not must be
   * finished first.
   *
   * @default 10
   */
  readonly epochs?: number;
  /** Images per step; the last batch of an epoch may be smaller. @default 64 */
  readonly batchSize?: number;
  /** Short for `schedule: { kind: 'constant', rate: learningRate }`. @default 0.001, Keras's default for Adam */
  readonly learningRate?: number;
  /** How the learning rate changes; instead of `learningRate`. @default constant */
  readonly schedule?: LearningRateSchedule;
  /** How the images of each step are changed. @default not at all */
  readonly augmentation?: Augmentation;
  /**
   * At the end of the run, so many epochs in which the limits of `augmentation` are 0.4 of what they are before; all
   * epochs, where there are not more. A run that is extended has them at the old end and at the new one.
   *
   * @default 0
   */
  readonly gentleEpochs?: number;
  /** uint32: governs the order of the images. @default 1 */
  readonly seed?: number;
  /**
   * When the validation set is evaluated, counted over the whole run:
   * - `{ epochs: n }`: at the end of every nth epoch
   * - `{ steps: n }`: after every nth step, within an epoch too
   *
   * @default { epochs: 1 }
   */
  readonly validateEvery?: ValidationInterval;
  /** What makes weights the best, and what early stopping looks at. @default 'loss' */
  readonly bestBy?: BestBy;
  /** Ends training when validation no longer gets better. @default never */
  readonly earlyStopping?: EarlyStopping;
  /**
   * Ends training when so many seconds are over and the steps in hand are done. The epochs of `resumeFrom`
   * count; the time that a listener takes between two epochs does not.
   *
   * @default no limit
   */
  readonly timeLimitSeconds?: number;
  /**
   * How often a long epoch gives a `checkpoint` between two of its steps, in seconds; above 0.
   *
   * @default only where the epoch is left unfinished
   */
  readonly checkpointEverySeconds?: number;
  /** Goes on where it was taken, to the same bits as a run that never stopped. */
  readonly resumeFrom?: Checkpoint;
  /**
   * When aborted, the step in hand is finished, a `checkpoint` given, the validation set evaluated, and
   * training ends.
   */
  readonly signal?: AbortSignal;
}

/** The options as the loop uses them. */
export type ResolvedTrainOptions = ReturnType<typeof resolveTrainOptions>;

/**
 * Fills in the defaults and checks every option.
 *
 * @throws {InvalidArgumentError} when one is out of range
 */
export function resolveTrainOptions(options: TrainOptions) {
  const { epochs = 10, batchSize = 64, seed = 1, bestBy = 'loss' } = options;
  const { validateEvery = { epochs: 1 }, timeLimitSeconds = Infinity, earlyStopping } = options;
  const { checkpointEverySeconds = Infinity, gentleEpochs = 0 } = options;
  requireInteger('epochs', epochs, 1);
  requireInteger('batchSize', batchSize, 1);
  requireInteger('seed', seed, 0, 0xffffffff);
  requireInteger('gentleEpochs', gentleEpochs, 0);
  requireInteger('training.count', options.training.count, 1);
  if (options.pool) requireImagePool(options.pool, options.training.count);
  if ('steps' in validateEvery) requireInteger('validateEvery.steps', validateEvery.steps, 1);
  else requireInteger('validateEvery.epochs', validateEvery.epochs, 1);
  if (timeLimitSeconds !== Infinity) requirePositive('timeLimitSeconds', timeLimitSeconds);
  if (checkpointEverySeconds !== Infinity) requirePositive('checkpointEverySeconds', checkpointEverySeconds);
  if (options.augmentation) requireAugmentation(options.augmentation);
  // No image is the same as no set.
  const validation = options.validation?.count ? options.validation : undefined;
  if (validation) requireSameKind(options.training, validation);
  if (bestBy !== 'loss' && bestBy !== 'accuracy') {
    throw new InvalidArgumentError({
      argument: 'bestBy',
      received: bestBy,
      message: `Argument "bestBy": expected "loss" or "accuracy", got ${JSON.stringify(bestBy)}.`,
    });
  }
  if (earlyStopping) requireEarlyStopping(earlyStopping, validation);
  if (options.resumeFrom) {
    requireBegunEpoch(
      options.resumeFrom,
      epochs,
      batchSize,
      imagesPerEpoch(options.training.count, options.pool),
    );
  }
  return {
    ...options,
    validation,
    epochs,
    batchSize,
    seed,
    gentleEpochs,
    bestBy,
    validateEvery,
    timeLimitSeconds,
    checkpointEverySeconds,
    schedule: resolveSchedule(options),
  };
}

/** Before the first step: an epoch of work would be lost. */
function requireSameKind(training: LabelledImages, validation: LabelledImages): void {
  const describe = ({ height, width, classCount }: LabelledImages) =>
    `${height}x${width} in ${classCount} classes`;
  if (describe(training) === describe(validation)) return;
  throw new InvalidArgumentError({
    argument: 'validation',
    received: describe(validation),
    message: `Argument "validation": expected images like those of training, ${describe(training)}, got ${describe(validation)}. Hold some out with splitImages.`,
  });
}

/** Its steps are counted, so they must be the same steps. */
function requireBegunEpoch(
  { begun, history }: Checkpoint,
  epochs: number,
  batchSize: number,
  imageCount: number,
): void {
  if (!begun) return;
  const { stepsDone, total } = begun;
  if (epochs <= history.length) {
    throw new InvalidArgumentError({
      argument: 'epochs',
      received: epochs,
      message: `Argument "epochs": expected ${history.length + 1} or more, got ${epochs}. The run that goes on has begun epoch ${history.length + 1}.`,
    });
  }
  if (total.images === stepsDone * batchSize && total.images < imageCount) return;
  throw new InvalidArgumentError({
    argument: 'resumeFrom',
    received: total.images,
    message: `Argument "resumeFrom": expected a begun epoch of ${stepsDone} steps with ${batchSize} of ${imageCount} images each, got ${total.images} images. Go on with the images and the batch size of its run.`,
  });
}

function requireEarlyStopping(
  { patience, minimumImprovement = 0 }: EarlyStopping,
  validation: LabelledImages | undefined,
): void {
  requireInteger('earlyStopping.patience', patience, 1);
  if (minimumImprovement !== 0) requirePositive('earlyStopping.minimumImprovement', minimumImprovement);
  if (validation) return;
  throw new InvalidArgumentError({
    argument: 'earlyStopping',
    received: validation,
    message:
      'Argument "earlyStopping": expected validation images to watch, got none. Hold some out with splitImages.',
  });
}

function resolveSchedule({ learningRate, schedule }: TrainOptions): LearningRateSchedule {
  if (schedule === undefined) {
    const rate = learningRate ?? 1e-3;
    requirePositive('learningRate', rate);
    return { kind: 'constant', rate };
  }
  if (learningRate !== undefined) {
    throw new InvalidArgumentError({
      argument: 'learningRate',
      received: learningRate,
      message: `Argument "learningRate": expected none beside a schedule, got ${learningRate}. Leave one of the two out.`,
    });
  }
  const problems = schemaProblems(schedule, learningRateScheduleSchema, 'schedule');
  if (problems.length === 0) return schedule;
  throw new InvalidArgumentError({
    argument: 'schedule',
    received: schedule,
    message: `Learning-rate schedule: ${problems.join('; ')}.`,
  });
}
