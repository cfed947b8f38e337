import { createTurns } from './create-turns.js';
import { imagesPerEpoch } from './image-pool.js';
import type { Learner } from './learner.js';
import { epochRequests, runEpoch } from './run-epoch.js';
import { createRunRecord } from './run-record.js';
import { scheduleEpochsOf } from './schedule-epochs.js';
import { resolveTrainOptions, type TrainOptions } from './train-options.js';
import type { EndReason, EpochRecord, TrainingEvent, UnfinishedEpoch } from './training-event.js';

export type { TrainOptions };

/**
 * Trains and tells what happens, in order: `start`, then per epoch its `step`s (and `evaluation`s and
 * `checkpoint`s within it) and an `epoch`, at last `end` or `interrupted`. Nothing is computed ahead of the listener but one
 * step. The learner ends with the last weights; the best are in the last event.
 *
 * @throws {InvalidArgumentError} when an option is out of range, or does not fit the run that goes on
 * @throws {NonFiniteLossError} when training diverges
 * @example
 * import { type Architecture, createLabelledImages } from '@lenet/core';
 * import { train } from '@lenet/core/training';
 * import { createTfjsLearner } from '@lenet/core/tfjs';
 * import '@tensorflow/tfjs-backend-cpu';
 *
 * const architecture: Architecture = {
 *   name: 'tiny',
 *   inputShape: [2, 2, 1],
 *   layers: [
 *     { kind: 'flatten', name: 'flatten' },
 *     { kind: 'dense', name: 'dense', units: 10, activation: 'softmax' },
 *   ],
 * };
 * // A full image and an empty one.
 * const pixels = Uint8Array.of(255, 255, 255, 255, 0, 0, 0, 0);
 * const training = createLabelledImages({ pixels, labels: Uint8Array.of(1, 0), height: 2, width: 2 });
 * const learner = createTfjsLearner(architecture, { seed: 1 });
 * for await (const event of train(learner, { training, epochs: 3, learningRate: 0.01 })) {
 *   if (event.type === 'epoch') console.log(event.record.epoch, event.record.training.loss);
 * }
 */
export async function* train(
  learner: Learner,
  options: TrainOptions,
): AsyncGenerator<TrainingEvent, void, undefined> {
  const resolved = resolveTrainOptions(options);
  const { training, validation, epochs, schedule, resumeFrom, signal, timeLimitSeconds } = resolved;
  const scheduleEpochs = scheduleEpochsOf(schedule, epochs, resumeFrom);
  const record = createRunRecord(learner, resolved, scheduleEpochs);
  const { history } = record;
  const trainingCount = imagesPerEpoch(training.count, resolved.pool);
  const giveTurn = createTurns();

  await learner.load(training);
  if (resumeFrom) {
    await learner.setWeights(resumeFrom.weights);
    await learner.setState(resumeFrom.state);
  }
  yield {
    type: 'start',
    epochs,
    completedEpochs: history.length,
    completedSteps: resumeFrom?.begun?.stepsDone ?? 0,
    stepsPerEpoch: Math.ceil(trainingCount / resolved.batchSize),
    trainingCount,
    validationCount: validation?.count ?? 0,
  };

  const end = (reason: EndReason, unfinished?: UnfinishedEpoch): TrainingEvent => {
    return {
      type: 'end',
      reason,
      history: [...history],
      best: record.best!,
      ...(unfinished && { unfinished }),
    };
  };

  while (history.length < epochs) {
    const begun = history.length === resumeFrom?.history.length ? resumeFrom.begun : undefined;
    // A begun epoch ends by itself, and tells how far it came.
    if (!begun && record.isOutOfPatience()) return yield end('early-stopping');
    if (!begun && record.seconds() >= timeLimitSeconds) return yield end('time-limit');
    const epoch = history.length + 1;
    const startedAt = performance.now();
    const seconds = () => (begun?.seconds ?? 0) + (performance.now() - startedAt) / 1000;
    const secondsLeft = timeLimitSeconds - record.seconds();
    const requests = epochRequests(resolved, epoch, scheduleEpochs);
    // The first step is always done, so that a run that ends has weights to show.
    const shouldStop = (stepsDone: number) =>
      signal?.aborted === true || (stepsDone > 0 && seconds() >= secondsLeft);
    const outcome = yield* runEpoch({
      learner,
      options: resolved,
      record,
      epoch,
      requests,
      begun,
      seconds,
      shouldStop,
      giveTurn,
    });
    const { stepsDone } = outcome;

    if (stepsDone < requests.length) {
      const now = outcome.validation ?? (stepsDone > 0 ? await record.evaluate() : undefined);
      const unfinished = { epoch, stepsDone, ...(now && { validation: now }) };
      if (record.isOutOfPatience()) return yield end('early-stopping', unfinished);
      if (signal?.aborted) {
        return yield { type: 'interrupted', ...unfinished, ...(record.best && { best: record.best }) };
      }
      await record.offerWeights({ epoch, step: stepsDone }, now);
      return yield end('time-limit', unfinished);
    }

    const epochRecord: EpochRecord = {
      epoch,
      training: outcome.training,
      ...(outcome.validation && { validation: outcome.validation }),
      learningRate: requests.at(-1)!.learningRate,
      seconds: seconds(),
    };
    history.push(epochRecord);
    if (!outcome.validation) await record.offerWeights({ epoch, step: stepsDone }, undefined);
    const best = record.best!;
    yield {
      type: 'epoch',
      record: epochRecord,
      isBest: best.epoch === epoch,
      checkpoint: { ...(await record.takeCheckpoint({ epoch, step: stepsDone })), best },
    };
  }
  yield end('completed');
}
