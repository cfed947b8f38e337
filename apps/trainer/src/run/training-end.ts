import { InvalidArgumentError, type Learner } from '@lenet/core';
import type { TrainingEvent } from '@lenet/core/training';
import { durationArgument } from '../settings/options/setting-parsers.js';
import type { RunConfig } from './run-config.js';

/** How a training ended that was not interrupted. */
export type TrainingEnd = Extract<TrainingEvent, { type: 'end' }>;

/**
 * A report tells of epochs.
 *
 * @throws {InvalidArgumentError} when time or patience were over within the first one
 */
export function requireWholeEpoch({ history, reason, unfinished }: TrainingEnd, config: RunConfig): void {
  if (history.length > 0) return;
  const { timeLimitSeconds = 0, earlyStopping } = config;
  const limit = durationArgument(timeLimitSeconds);
  const [option, received, remedy] =
    reason === 'time-limit'
      ? ['--time-limit', limit, 'Give more time, or fewer images with --train-images.']
      : ['--patience', earlyStopping?.patience, 'Give more, or validate less often.'];
  throw new InvalidArgumentError({
    argument: option === '--time-limit' ? 'timeLimitSeconds' : 'earlyStopping',
    received,
    message: `Option ${option}: expected enough for at least one epoch, got ${received}, which was over after ${unfinished?.stepsDone} steps. ${remedy}`,
  });
}

/** Gives the learner the weights that the run is to end with; it has the last. */
export async function settleWeights(
  learner: Pick<Learner, 'setWeights'>,
  { best }: TrainingEnd,
  { finalWeights }: Pick<RunConfig, 'finalWeights'>,
): Promise<void> {
  if (finalWeights === 'best') await learner.setWeights(best.weights);
}
