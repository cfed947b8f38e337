import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { Checkpoint } from './checkpoint.js';
import { dependsOnTotalSteps, type LearningRateSchedule } from './learning-rate-schedule.js';

/**
 * The epochs that the schedule spans, also when a run is extended: see `TrainOptions.epochs`.
 *
 * @throws {InvalidArgumentError} when the schedule depends on the number of epochs, and that is changed
 *   before the run is finished
 */
export function scheduleEpochsOf(
  schedule: LearningRateSchedule,
  epochs: number,
  resumeFrom: Checkpoint | undefined,
): Checkpoint['scheduleEpochs'] {
  if (!resumeFrom) return { from: 0, to: epochs };
  const { from, to } = resumeFrom.scheduleEpochs;
  if (!dependsOnTotalSteps(schedule)) return { from: 0, to: epochs };
  const done = resumeFrom.history.length;
  if (epochs === to || (done === to && epochs < to)) return { from, to };
  if (done === to) return { from: to, to: epochs };
  throw new InvalidArgumentError({
    argument: 'epochs',
    received: epochs,
    message: `Argument "epochs": expected ${to}, got ${epochs}. The ${schedule.kind} schedule of this run ends with epoch ${to}, and only ${done} are done; go on to its end, then extend it.`,
  });
}
