import { expect, test, vi } from 'vitest';
import { createLabelledImages, type LabelledImages } from '../data/labelled-images.js';
import { NonFiniteLossError } from '../errors/non-finite-loss-error.js';
import type { Learner, StepRequest, StepResult } from './learner.js';
import { type TrainOptions, train } from './train.js';
import type { TrainingEvent } from './training-event.js';

/** `count` images of one pixel. */
function images(count: number): LabelledImages {
  const labels = Uint8Array.from({ length: count }, (_, index) => index % 2);
  return createLabelledImages({ pixels: new Uint8Array(count), labels, height: 1, width: 1, classCount: 2 });
}

/**
 * A learner whose one weight counts the images it has seen, so that order, resume and means can be
 * checked by hand. Its logits always say class 0.
 */
function countingLearner() {
  let seen = 0;
  let stepCount = 0;
  const requests: StepRequest[] = [];
  const step = async (request: StepRequest): Promise<StepResult> => {
    requests.push(request);
    seen += request.indices.length;
    stepCount++;
    return { loss: request.indices.length, correct: 1 };
  };
  const learner: Learner = {
    architecture: { name: 'none', inputShape: [1, 1, 1], layers: [] },
    backend: 'test',
    load: async () => {},
    step: vi.fn(step),
    predict: async (set) => new Float32Array(set.count * 2).map((_, index) => (index % 2 === 0 ? 20 : 0)),
    weights: async () => [{ name: 'seen/bias', shape: [1], values: Float32Array.of(seen) }],
    setWeights: async (weights) => {
      seen = weights[0].values[0];
    },
    state: async () => ({ stepCount, moments: [] }),
    setState: async (state) => {
      stepCount = state.stepCount;
    },
    dispose: async () => {},
  };
  return { learner, requests };
}

async function collect(learner: Learner, options: TrainOptions): Promise<TrainingEvent[]> {
  const events: TrainingEvent[] = [];
  for await (const event of train(learner, options)) events.push(event);
  return events;
}

const epochsOf = (events: TrainingEvent[]) => events.filter((event) => event.type === 'epoch');

test('tells start, steps, epochs and the end in order', async () => {
  const { learner } = countingLearner();
  const events = await collect(learner, { training: images(5), epochs: 2, batchSize: 2 });
  expect(events.map((event) => event.type)).toEqual([
    'start',
    ...['step', 'step', 'step', 'epoch'],
    ...['step', 'step', 'step', 'epoch'],
    'end',
  ]);
  expect(events[0]).toEqual({
    type: 'start',
    epochs: 2,
    completedEpochs: 0,
    stepsPerEpoch: 3,
    trainingCount: 5,
    validationCount: 0,
  });
});

test('weighs the loss of a smaller last batch by its images', async () => {
  const { learner } = countingLearner();
  const [epoch] = epochsOf(await collect(learner, { training: images(5), epochs: 1, batchSize: 2 }));
  // Losses 2, 2, 1 for 2, 2, 1 images; one correct in each batch.
  expect(epoch.record.training).toEqual({ loss: 9 / 5, accuracy: 3 / 5 });
});

test('shows each image once an epoch, in an order that depends on seed and epoch', async () => {
  const orders = async (seed: number) => {
    const { learner, requests } = countingLearner();
    await collect(learner, { training: images(40), epochs: 2, batchSize: 40, seed });
    return requests.map((request) => [...request.indices]);
  };
  const [first, second] = await orders(1);
  expect([...first].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index));
  expect(second).not.toEqual(first);
  expect(await orders(1)).toEqual([first, second]);
  expect((await orders(2))[0]).not.toEqual(first);
});

test('evaluates the validation set after each epoch', async () => {
  const { learner } = countingLearner();
  const options = { training: images(4), validation: images(10), epochs: 1, batchSize: 2 };
  const [epoch] = epochsOf(await collect(learner, options));
  expect(epoch.record.validation?.accuracy).toBe(0.5);
  // Half the labels have logit 20 against 0, half 0 against 20: (log(1 + e^-20) + log(1 + e^20)) / 2.
  expect(epoch.record.validation?.loss).toBeCloseTo(10, 6);
});

test('keeps the first of equally good epochs as the best', async () => {
  const { learner } = countingLearner();
  const events = await collect(learner, { training: images(4), validation: images(4), epochs: 3 });
  expect(epochsOf(events).map((event) => event.isBest)).toEqual([true, false, false]);
  expect(events.at(-1)).toMatchObject({ type: 'end', bestEpoch: 1 });
});

test('goes on from a checkpoint as if it had never stopped', async () => {
  const whole = countingLearner();
  const options = { training: images(6), epochs: 3, batchSize: 2, seed: 3 };
  const wholeEvents = epochsOf(await collect(whole.learner, options));

  const resumed = countingLearner();
  const events = await collect(resumed.learner, { ...options, resumeFrom: wholeEvents[0].checkpoint });
  expect(events[0]).toMatchObject({ type: 'start', completedEpochs: 1 });
  expect(resumed.requests).toEqual(whole.requests.slice(3));
  expect(epochsOf(events).at(-1)?.checkpoint.weights).toEqual(wholeEvents.at(-1)?.checkpoint.weights);
  expect(epochsOf(events).at(-1)?.checkpoint.state).toEqual(wholeEvents.at(-1)?.checkpoint.state);
  expect(epochsOf(events).at(-1)?.record.epoch).toBe(3);
});

test('finishes the steps in hand when the signal is aborted, and records no epoch', async () => {
  const { learner } = countingLearner();
  const controller = new AbortController();
  const events: TrainingEvent[] = [];
  const options = { training: images(20), validation: images(4), batchSize: 2, signal: controller.signal };
  for await (const event of train(learner, options)) {
    events.push(event);
    if (event.type === 'step' && event.step === 2) controller.abort();
  }
  expect(epochsOf(events)).toEqual([]);
  expect(events.at(-1)).toMatchObject({ type: 'interrupted', epoch: 1, stepsDone: 3 });
  expect(learner.step).toHaveBeenCalledTimes(3);
});

test('ends with the error of a step that fails, though the next was queued', async () => {
  const { learner } = countingLearner();
  const failing = {
    ...learner,
    step: async () => {
      throw new NonFiniteLossError({ step: 0, loss: Number.NaN });
    },
  };
  await expect(collect(failing, { training: images(8), batchSize: 2 })).rejects.toThrow(
    'Training step 0: expected a finite loss, got NaN. The training has diverged; use a smaller learning rate.',
  );
});

test.each([
  [{ epochs: 0 }, 'Argument "epochs": expected a whole number of 1 or more, got 0.'],
  [{ batchSize: 1.5 }, 'Argument "batchSize": expected a whole number of 1 or more, got 1.5.'],
  [{ seed: -1 }, 'Argument "seed": expected a whole number from 0 to 4294967295, got -1.'],
  [{ learningRate: 0 }, 'Argument "learningRate": expected a number above 0, got 0.'],
])('refuses %j', async (options, message) => {
  const { learner } = countingLearner();
  await expect(collect(learner, { training: images(2), ...options })).rejects.toThrow(message);
});
