// Scalars for TensorBoard, by optimizer steps: two runs, `train` and `validation`, so that their curves of
// `loss` and `accuracy` are drawn over each other.
import { join } from 'node:path';
import type { Checkpoint, EpochRecord, EvaluationRecord, TrainingEvent } from '@lenet/core/training';
import { openEventFile } from './event-file.js';

/** Steps from one point of the curves to the next. */
const STEPS_BETWEEN_POINTS = 10;

/** Takes the events of a training, in order. */
export interface TensorboardLog {
  /** What an `epoch` event told is on the disk when this is done. */
  record(event: TrainingEvent): Promise<void>;
}

/**
 * Begins or goes on with the event files of a run.
 *
 * @param folder in which the folders `train` and `validation` are made
 * @param options.resumeFrom of a run that goes on: what was written of later steps is cut off
 * @param options.now milliseconds since 1970. @default the clock
 */
export async function openTensorboardLog(
  folder: string,
  options: { resumeFrom?: Checkpoint | undefined; now?: () => number },
): Promise<TensorboardLog> {
  const { resumeFrom, now = Date.now } = options;
  const doneSteps = resumeFrom?.state.stepCount ?? 0;
  const fileOptions = { doneSteps, now, pid: process.pid };
  const training = await openEventFile(join(folder, 'train'), fileOptions);
  const validation = await openEventFile(join(folder, 'validation'), fileOptions);
  let stepsPerEpoch = 0;
  const stepsAt = ({ epoch, step }: { epoch: number; step: number }) => (epoch - 1) * stepsPerEpoch + step;
  const addEvaluation = ({ loss, accuracy, ...at }: EvaluationRecord) =>
    validation.add(stepsAt(at), { loss, accuracy });
  const addEpoch = ({ epoch, training: { loss, accuracy } }: EpochRecord) =>
    training.add(epoch * stepsPerEpoch, { loss, accuracy, epoch });
  /** What the files should hold of the epochs before, but do not: they were deleted or damaged. */
  async function addMissing({ history, evaluations }: Checkpoint): Promise<void> {
    for (const record of history) {
      if (record.epoch * stepsPerEpoch > training.lastStep) await addEpoch(record);
    }
    for (const evaluation of evaluations) {
      if (stepsAt(evaluation) > validation.lastStep) await addEvaluation(evaluation);
    }
  }
  return {
    async record(event) {
      if (event.type === 'start') {
        stepsPerEpoch = event.stepsPerEpoch;
        if (resumeFrom) await addMissing(resumeFrom);
      } else if (event.type === 'step') {
        const { step, running, learningRate } = event;
        if (step % STEPS_BETWEEN_POINTS !== 0 && step !== stepsPerEpoch) return;
        // Since the epoch began, as Keras's own callback has it: a run that goes on within an epoch gets it, too.
        await training.add(stepsAt(event), { batch_loss: running.loss, learning_rate: learningRate });
      } else if (event.type === 'evaluation') {
        await addEvaluation(event.record);
      } else if (event.type === 'epoch') {
        const { epoch, validation: evaluation } = event.record;
        await addEpoch(event.record);
        if (evaluation) await addEvaluation({ epoch, step: stepsPerEpoch, ...evaluation });
        await training.flush();
        await validation.flush();
      } else {
        await training.flush();
        await validation.flush();
      }
    },
  };
}
