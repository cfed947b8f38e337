import type { LabelledImages } from '../data/labelled-images.js';
import { shuffledIndices } from '../data/shuffle.js';
import { requireInteger, requirePositive } from '../errors/require-argument.js';
import { evaluateLogits } from '../losses/evaluate-logits.js';
import type { Checkpoint } from './checkpoint.js';
import type { Learner, StepRequest, StepResult } from './learner.js';
import type { EpochRecord, Evaluation, TrainingEvent } from './training-event.js';

/** What `train` needs besides a learner. */
export interface TrainOptions {
  readonly training: LabelledImages;
  /** Evaluated after each epoch; without it the last epoch counts as the best. */
  readonly validation?: LabelledImages;
  /** Passes over the training set, those of `resumeFrom` included. @default 10 */
  readonly epochs?: number;
  /** Images per step; the last batch of an epoch may be smaller. @default 64 */
  readonly batchSize?: number;
  /** @default 0.001, Keras's default for Adam */
  readonly learningRate?: number;
  /** uint32: governs the order of the images. @default 1 */
  readonly seed?: number;
  /** Goes on after its epochs, to the same bits as a run that never stopped. */
  readonly resumeFrom?: Checkpoint;
  /** When aborted, the step in hand is finished, the validation set evaluated, and training ends. */
  readonly signal?: AbortSignal;
}

/**
 * Trains and tells what happens, in order: `start`, then per epoch its `step`s and an `epoch`, at last
 * `end` or `interrupted`. Nothing is computed ahead of the listener but one step.
 *
 * @throws {InvalidArgumentError} when an option is out of range
 * @throws {NonFiniteLossError} when training diverges
 * @example
 * for await (const event of train(learner, { training, validation, epochs: 3 })) {
 *   if (event.type === 'epoch') console.log(event.record.validation?.accuracy);
 * }
 */
export async function* train(
  learner: Learner,
  options: TrainOptions,
): AsyncGenerator<TrainingEvent, void, undefined> {
  const { training, validation, resumeFrom, signal } = options;
  const { epochs = 10, batchSize = 64, learningRate = 1e-3, seed = 1 } = options;
  requireInteger('epochs', epochs, 1);
  requireInteger('batchSize', batchSize, 1);
  requireInteger('seed', seed, 0, 0xffffffff);
  requireInteger('training.count', training.count, 1);
  requirePositive('learningRate', learningRate);

  const history: EpochRecord[] = [...(resumeFrom?.history ?? [])];
  let bestEpoch = resumeFrom?.bestEpoch ?? 0;
  await learner.load(training);
  if (resumeFrom) {
    await learner.setWeights(resumeFrom.weights);
    await learner.setState(resumeFrom.state);
  }
  const stepsPerEpoch = Math.ceil(training.count / batchSize);
  yield {
    type: 'start',
    epochs,
    completedEpochs: history.length,
    stepsPerEpoch,
    trainingCount: training.count,
    validationCount: validation?.count ?? 0,
  };

  for (let epoch = history.length + 1; epoch <= epochs; epoch++) {
    const startedAt = performance.now();
    const order = shuffledIndices(training.count, { seed, purpose: 'shuffle', epoch });
    const total = { loss: 0, correct: 0, images: 0 };
    let step = 0;
    for await (const { result, batchLength } of runSteps(learner, order, batchSize, learningRate, signal)) {
      total.loss += result.loss * batchLength;
      total.correct += result.correct;
      total.images += batchLength;
      step++;
      yield { type: 'step', epoch, step, stepsPerEpoch, imagesSeen: total.images, running: means(total) };
    }
    const evaluation = await evaluate(learner, validation);
    if (step < stepsPerEpoch) {
      yield { type: 'interrupted', epoch, stepsDone: step, ...(evaluation && { validation: evaluation }) };
      return;
    }
    const record: EpochRecord = {
      epoch,
      training: means(total),
      ...(evaluation && { validation: evaluation }),
      learningRate,
      seconds: (performance.now() - startedAt) / 1000,
    };
    const best = history[bestEpoch - 1]?.validation;
    const isBest = !evaluation || !best || evaluation.loss < best.loss;
    history.push(record);
    if (isBest) bestEpoch = epoch;
    const checkpoint: Checkpoint = {
      weights: await learner.weights(),
      state: await learner.state(),
      history: [...history],
      bestEpoch,
    };
    yield { type: 'epoch', record, isBest, checkpoint };
  }
  yield { type: 'end', history, bestEpoch };
}

/** Longest time without a turn of the event loop, in ms: signals, timers and drawing need them. */
const LONGEST_TURN_MS = 50;

/** The steps of one epoch, one of them always queued ahead; ends early when the signal is aborted. */
async function* runSteps(
  learner: Learner,
  order: Uint32Array,
  batchSize: number,
  learningRate: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ result: StepResult; batchLength: number }, void, undefined> {
  const queue: { request: StepRequest; result: Promise<StepResult> }[] = [];
  let turnStartedAt = performance.now();
  let start = 0;
  while (true) {
    while (queue.length < 2 && start < order.length && !signal?.aborted) {
      const request = { indices: order.subarray(start, start + batchSize), learningRate };
      const result = learner.step(request);
      // The step before it may fail first, and nobody would look at this one any more.
      result.catch(() => {});
      queue.push({ request, result });
      start += batchSize;
    }
    const next = queue.shift();
    if (!next) return;
    yield { result: await next.result, batchLength: next.request.indices.length };
    if (performance.now() - turnStartedAt > LONGEST_TURN_MS) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      turnStartedAt = performance.now();
    }
  }
}

async function evaluate(
  learner: Learner,
  images: LabelledImages | undefined,
): Promise<Evaluation | undefined> {
  if (!images || images.count === 0) return undefined;
  return evaluateLogits(await learner.predict(images), images.labels, images.classCount);
}

function means(total: { loss: number; correct: number; images: number }): Evaluation {
  return { loss: total.loss / total.images, accuracy: total.correct / total.images };
}
