import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createPlainProgress } from './plain-progress.js';

const step = (number: number) =>
  ({
    type: 'step',
    epoch: 1,
    step: number,
    stepsPerEpoch: 10,
    learningRate: 0.001,
    imagesSeen: number * 10,
    running: { loss: 1, accuracy: 0.5 },
  }) as const;

test('writes a line every 15 seconds and one for each epoch', () => {
  const stream = new PassThrough();
  let now = 0;
  const progress = createPlainProgress(stream, () => now);
  const start = {
    type: 'start',
    epochs: 1,
    completedEpochs: 0,
    completedSteps: 0,
    stepsPerEpoch: 10,
  } as const;
  progress.show({ ...start, trainingCount: 100, validationCount: 0 });
  now = 10_000;
  progress.show(step(2));
  now = 20_000;
  progress.show(step(5));
  const record = { epoch: 1, training: { loss: 1, accuracy: 0.5 }, learningRate: 0.001, seconds: 40 };
  const checkpoint = {
    weights: [],
    state: { stepCount: 10, moments: [] },
    history: [],
    evaluations: [],
    best: { epoch: 1, step: 10, weights: [] },
    scheduleEpochs: { from: 0, to: 1 },
  };
  progress.show({ type: 'epoch', record, isBest: true, checkpoint });
  expect(stream.read().toString()).toBe(
    'Epoch 1/1  5/10  loss 1.0000  accuracy 0.5000  3 images/s  20 s left\n' +
      'Epoch 1/1  loss 1.0000  accuracy 0.5000  40.0 s\n',
  );
});
