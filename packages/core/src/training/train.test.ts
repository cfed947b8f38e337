import { expect, test } from 'vitest';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { NonFiniteLossError } from '../errors/non-finite-loss-error.js';
import { collectEvents, epochsOf, fakeImages, fakeLearner } from './testing/fake-learner.js';
import type { TrainOptions } from './train.js';

test('tells start, steps, epochs and the end in order', async () => {
  const { learner } = fakeLearner();
  const events = await collectEvents(learner, { training: fakeImages(5), epochs: 2, batchSize: 2 });
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
    completedSteps: 0,
    stepsPerEpoch: 3,
    trainingCount: 5,
    validationCount: 0,
  });
  expect(events.at(-1)).toMatchObject({ type: 'end', reason: 'completed', best: { epoch: 2, step: 3 } });
});

test('weighs the loss of a smaller last batch by its images', async () => {
  const { learner } = fakeLearner();
  const [epoch] = epochsOf(
    await collectEvents(learner, { training: fakeImages(5), epochs: 1, batchSize: 2 }),
  );
  // Losses 2, 2, 1 for 2, 2, 1 images; one correct in each batch.
  expect(epoch.record.training).toEqual({ loss: 9 / 5, accuracy: 3 / 5 });
});

test('shows each image once an epoch, in an order that depends on seed and epoch', async () => {
  const orders = async (seed: number) => {
    const { learner, requests } = fakeLearner();
    await collectEvents(learner, { training: fakeImages(40), epochs: 2, batchSize: 40, seed });
    return requests.map((request) => [...request.indices]);
  };
  const [first, second] = await orders(1);
  expect([...first].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index));
  expect(second).not.toEqual(first);
  expect(await orders(1)).toEqual([first, second]);
  expect((await orders(2))[0]).not.toEqual(first);
});

test('each step has its epoch, its rate and the augmentation', async () => {
  const { learner, requests } = fakeLearner();
  const schedule = { kind: 'step', rate: 1, everySteps: 3, factor: 0.5 } as const;
  const augmentation = { rotationDegrees: 6 };
  const events = await collectEvents(learner, {
    training: fakeImages(4),
    epochs: 2,
    batchSize: 2,
    schedule,
    augmentation,
  });
  expect(requests.map(({ epoch, learningRate }) => [epoch, learningRate])).toEqual([
    ...[
      [1, 1],
      [1, 1],
    ],
    ...[
      [2, 1],
      [2, 0.5],
    ],
  ]);
  expect(requests.every((request) => request.augmentation === augmentation)).toBe(true);
  const rates = events.flatMap((event) => (event.type === 'step' ? [event.learningRate] : []));
  expect(rates).toEqual([1, 1, 1, 0.5]);
  expect(epochsOf(events).map((event) => event.record.learningRate)).toEqual([1, 0.5]);
});

test('the last epochs are gentle, as many as are asked for', async () => {
  const limits = async (gentleEpochs: number) => {
    const { learner, requests } = fakeLearner();
    const augmentation = { rotationDegrees: 10, shiftPixels: 2 };
    await collectEvents(learner, {
      training: fakeImages(2),
      epochs: 3,
      batchSize: 2,
      augmentation,
      gentleEpochs,
    });
    return requests.map((request) => request.augmentation);
  };
  const [full, gentle] = [
    { rotationDegrees: 10, shiftPixels: 2 },
    { rotationDegrees: 4, shiftPixels: 0.8 },
  ];
  expect(await limits(0)).toEqual([full, full, full]);
  expect(await limits(2)).toEqual([full, gentle, gentle]);
  expect(await limits(9)).toEqual([gentle, gentle, gentle]);
});

test('evaluates the validation set after each epoch, and keeps the first of the best', async () => {
  // Right answers of 4 after 2, 4, 6 and 8 steps.
  const { learner } = fakeLearner((stepCount) => [1, 3, 3, 2][stepCount / 2 - 1]);
  const events = await collectEvents(learner, {
    training: fakeImages(4),
    validation: fakeImages(4),
    epochs: 4,
    batchSize: 2,
  });
  const epochs = epochsOf(events);
  expect(epochs.map((event) => event.record.validation?.accuracy)).toEqual([0.25, 0.75, 0.75, 0.5]);
  // Logits 2 and 0: log(1 + e^-2) = 0.126928 for a right answer, 2 more for a wrong one.
  expect(epochs[0].record.validation?.loss).toBeCloseTo(1.626928, 6);
  expect(epochs.map((event) => event.isBest)).toEqual([true, true, false, false]);
  const { best } = epochs[3].checkpoint;
  expect(best).toMatchObject({ epoch: 2, step: 2, evaluation: { accuracy: 0.75 } });
  expect(best.weights).toEqual(epochs[1].checkpoint.weights);
  expect(best.weights).not.toEqual(epochs[3].checkpoint.weights);
});

test('evaluates every second epoch', async () => {
  const { learner, evaluatedAfter } = fakeLearner();
  const options = { training: fakeImages(4), validation: fakeImages(2), epochs: 5, batchSize: 2 };
  const events = await collectEvents(learner, { ...options, validateEvery: { epochs: 2 } });
  expect(evaluatedAfter).toEqual([4, 8]);
  expect(epochsOf(events).map((event) => event.record.validation !== undefined)).toEqual([
    false,
    true,
    false,
    true,
    false,
  ]);
});

test('evaluates every second step of the run, before the next step is asked for', async () => {
  const { learner, evaluatedAfter } = fakeLearner((stepCount) => (stepCount === 4 ? 2 : 1));
  const options = { training: fakeImages(6), validation: fakeImages(2), epochs: 2, batchSize: 2 };
  const events = await collectEvents(learner, { ...options, validateEvery: { steps: 2 } });
  expect(evaluatedAfter).toEqual([2, 4, 6]);
  expect(events.map((event) => event.type)).toEqual([
    'start',
    ...['step', 'step', 'evaluation', 'step', 'epoch'],
    ...['step', 'evaluation', 'step', 'step', 'epoch'],
    'end',
  ]);
  const evaluations = events.filter((event) => event.type === 'evaluation');
  expect(evaluations.map(({ record, isBest }) => [record.epoch, record.step, isBest])).toEqual([
    [1, 2, true],
    [2, 1, true],
  ]);
  const last = epochsOf(events)[1];
  expect(last.record.validation?.accuracy).toBe(0.5);
  expect(last.isBest).toBe(true);
  expect(last.checkpoint.best).toMatchObject({ epoch: 2, step: 1, evaluation: { accuracy: 1 } });
  expect(last.checkpoint.evaluations.map(({ epoch, step }) => [epoch, step])).toEqual([
    [1, 2],
    [2, 1],
    [2, 3],
  ]);
});

test('ends with the error of a step that fails, though the next was queued', async () => {
  const { learner } = fakeLearner();
  const failing = {
    ...learner,
    step: async () => {
      throw new NonFiniteLossError({ step: 0, loss: Number.NaN });
    },
  };
  await expect(collectEvents(failing, { training: fakeImages(8), batchSize: 2 })).rejects.toThrow(
    'Training step 0: expected a finite loss, got NaN. The training has diverged; use a smaller learning rate.',
  );
});

test('ends with an error when the validation loss is not a number', async () => {
  const { learner } = fakeLearner();
  const diverged = { ...learner, predict: async () => new Float32Array(4).fill(Number.NaN) };
  const options = { training: fakeImages(4), validation: fakeImages(2), batchSize: 2 };
  await expect(collectEvents(diverged, options)).rejects.toThrow(
    'Training step 2: expected a finite loss, got NaN. The training has diverged; use a smaller learning rate.',
  );
});

test.each<[Partial<TrainOptions>, string]>([
  [{ epochs: 0 }, 'Argument "epochs": expected a whole number of 1 or more, got 0.'],
  [{ batchSize: 1.5 }, 'Argument "batchSize": expected a whole number of 1 or more, got 1.5.'],
  [{ gentleEpochs: -1 }, 'Argument "gentleEpochs": expected a whole number of 0 or more, got -1.'],
  [{ seed: -1 }, 'Argument "seed": expected a whole number from 0 to 4294967295, got -1.'],
  [{ learningRate: 0 }, 'Argument "learningRate": expected a number above 0, got 0.'],
  [
    { learningRate: 1, schedule: { kind: 'constant', rate: 1 } },
    'Argument "learningRate": expected none beside a schedule, got 1. Leave one of the two out.',
  ],
  [
    { schedule: { kind: 'one-cycle', peak: Number.NaN, warmUpShare: 1 } },
    'Learning-rate schedule: schedule.peak: expected a number above 0, got NaN; schedule.warmUpShare: expected a number from 0 to below 1, got 1.',
  ],
  [
    { validateEvery: { steps: 0 } },
    'Argument "validateEvery.steps": expected a whole number of 1 or more, got 0.',
  ],
  [
    { validateEvery: { epochs: 0.5 } },
    'Argument "validateEvery.epochs": expected a whole number of 1 or more, got 0.5.',
  ],
  [{ checkpointEverySeconds: 0 }, 'Argument "checkpointEverySeconds": expected a number above 0, got 0.'],
  [{ timeLimitSeconds: 0 }, 'Argument "timeLimitSeconds": expected a number above 0, got 0.'],
  [
    { earlyStopping: { patience: 0 } },
    'Argument "earlyStopping.patience": expected a whole number of 1 or more, got 0.',
  ],
  [
    { earlyStopping: { patience: 1, minimumImprovement: -1 } },
    'Argument "earlyStopping.minimumImprovement": expected a number above 0, got -1.',
  ],
  [
    { earlyStopping: { patience: 1 }, validation: fakeImages(0) },
    'Argument "earlyStopping": expected validation images to watch, got none. Hold some out with splitImages.',
  ],
])('refuses %j', async (options, message) => {
  const { learner } = fakeLearner();
  const error = await collectEvents(learner, { training: fakeImages(2), ...options }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect((error as Error).message).toBe(message);
});

test('validation images of another kind are refused before the first step', async () => {
  const { learner, requests } = fakeLearner();
  const training = fakeImages(4);
  await expect(
    collectEvents(learner, { training, validation: { ...fakeImages(2), classCount: 47 } }),
  ).rejects.toThrow(
    'Argument "validation": expected images like those of training, 1x1 in 2 classes, got 1x1 in 47 classes. Hold some out with splitImages.',
  );
  expect(requests).toEqual([]);
});

test('a quality that is none is refused', async () => {
  const options = { training: fakeImages(2), bestBy: 'acuracy' as 'accuracy' };
  await expect(collectEvents(fakeLearner().learner, options)).rejects.toThrow(
    'Argument "bestBy": expected "loss" or "accuracy", got "acuracy".',
  );
});

test('weights that the last step made infinite are never the best', async () => {
  const { learner } = fakeLearner();
  const broken = {
    ...learner,
    weights: async () => [{ name: 'a', shape: [1], values: Float32Array.of(Infinity) }],
  };
  await expect(collectEvents(broken, { training: fakeImages(2), epochs: 1 })).rejects.toThrow(
    'Training step 1: expected a finite loss, got NaN. The training has diverged; use a smaller learning rate.',
  );
});
