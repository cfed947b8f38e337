import type { BegunEpoch, Checkpoint } from './checkpoint.js';
import { augmentationOfEpoch } from './gentle-epochs.js';
import { epochOrder } from './image-pool.js';
import type { Learner, StepRequest } from './learner.js';
import { learningRateAt } from './learning-rate-schedule.js';
import type { RunRecord } from './run-record.js';
import { runSteps } from './run-steps.js';
import type { ResolvedTrainOptions } from './train-options.js';
import type { Evaluation, TrainingEvent } from './training-event.js';
import { isEvaluationDue } from './validation-interval.js';

/** The steps of an epoch in order: which images, at which rate. */
export function epochRequests(
  options: ResolvedTrainOptions,
  epoch: number,
  span: Checkpoint['scheduleEpochs'],
): StepRequest[] {
  const { training, pool, batchSize, seed, schedule } = options;
  const augmentation = augmentationOfEpoch(options, epoch, span);
  const order = epochOrder(training.count, pool, { seed, epoch });
  const stepsPerEpoch = Math.ceil(order.length / batchSize);
  const firstStep = (epoch - 1 - span.from) * stepsPerEpoch;
  const totalSteps = (span.to - span.from) * stepsPerEpoch;
  return Array.from({ length: stepsPerEpoch }, (_, step) => ({
    indices: order.subarray(step * batchSize, (step + 1) * batchSize),
    learningRate: learningRateAt(schedule, firstStep + step, totalSteps),
    epoch,
    ...(augmentation && { augmentation }),
  }));
}

/** How far an epoch came. */
export interface EpochOutcome {
  readonly stepsDone: number;
  /** Means over the steps, each weighed by its images. */
  readonly training: Evaluation;
  /** Of the weights as they are now, where an evaluation was due. */
  readonly validation?: Evaluation;
}

/**
 * Does the steps of an epoch and the evaluations that are due, which the record takes in, and gives the
 * checkpoints within it.
 *
 * @param fields.requests one for each step
 * @param fields.begun where it goes on. @default with the first step
 * @param fields.seconds since the epoch began, those of `begun` included
 * @param fields.shouldStop asked before each step; it, or patience, may leave the epoch unfinished
 */
export async function* runEpoch(fields: {
  learner: Learner;
  options: ResolvedTrainOptions;
  record: RunRecord;
  epoch: number;
  requests: readonly StepRequest[];
  begun?: BegunEpoch | undefined;
  seconds: () => number;
  shouldStop: (stepsDone: number) => boolean;
  giveTurn: () => Promise<void>;
}): AsyncGenerator<TrainingEvent, EpochOutcome, undefined> {
  const { learner, options, record, epoch, requests, begun, seconds, shouldStop, giveTurn } = fields;
  const stepsPerEpoch = requests.length;
  const total = { loss: 0, correct: 0, images: 0, ...begun?.total };
  const means = () => ({ loss: total.loss / total.images, accuracy: total.correct / total.images });
  const isDue = (stepsDone: number) =>
    options.validation !== undefined &&
    isEvaluationDue(options.validateEvery, { epoch, step: stepsDone, stepsPerEpoch });
  let step = begun?.stepsDone ?? 0;
  let kept = { step, seconds: seconds() };
  const isCheckpointDue = () =>
    step > kept.step && seconds() - kept.seconds >= options.checkpointEverySeconds;
  let isStopped = false;

  // In sections that end where nothing may be queued ahead: at evaluations and checkpoints.
  while (step < stepsPerEpoch && !isStopped && !record.isOutOfPatience()) {
    let sectionEnd = step + 1;
    while (sectionEnd < stepsPerEpoch && !isDue(sectionEnd)) sectionEnd++;
    const section = requests.slice(step, sectionEnd);
    const shouldPause = () => shouldStop(step) || isCheckpointDue();
    for await (const { request, result } of runSteps(learner, section, shouldPause)) {
      const { learningRate } = request;
      const imageCount = request.indices.length;
      total.loss += result.loss * imageCount;
      total.correct += result.correct;
      total.images += imageCount;
      step++;
      const imagesSeen = total.images;
      yield { type: 'step', epoch, step, stepsPerEpoch, learningRate, imagesSeen, running: means() };
      await giveTurn();
    }
    const validation = step === sectionEnd && isDue(step) ? await record.evaluate() : undefined;
    if (validation) {
      const evaluation = { epoch, step, ...validation };
      record.evaluations.push(evaluation);
      const isBest = await record.offerWeights({ epoch, step }, validation);
      if (step < stepsPerEpoch) yield { type: 'evaluation', record: evaluation, isBest };
    }
    isStopped = shouldStop(step);
    if (step === stepsPerEpoch || step === kept.step) continue;
    if (isStopped || isCheckpointDue() || record.isOutOfPatience()) {
      const now = { stepsDone: step, total: { ...total }, seconds: seconds() };
      const checkpoint = { ...(await record.takeCheckpoint({ epoch, step })), begun: now };
      yield { type: 'checkpoint', checkpoint };
      kept = { step, seconds: seconds() };
    }
  }
  const last = record.evaluations.at(-1);
  const isOfNow = last?.epoch === epoch && last.step === step;
  return {
    stepsDone: step,
    training: means(),
    ...(isOfNow && { validation: { loss: last.loss, accuracy: last.accuracy } }),
  };
}
