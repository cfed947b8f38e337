// What a learner refuses, and that it is as before then.
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { defineArchitecture } from '../architecture/define-architecture.js';
import { lenetReport } from '../architecture/lenet-report.js';
import { selectImages } from '../data/labelled-images.js';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { initialiseWeights } from '../training/initialise-weights.js';
import { countMemory } from './testing/count-memory.js';
import { learnerOn, range } from './testing/learner-on.js';
import { randomImages, tinyNetwork } from './testing/tiny-network.js';
import { createTfjsLearner } from './tfjs-learner.js';

test.each([
  [{ beta1: 1 }, 'Argument "beta1": expected a number from 0 to below 1, got 1.'],
  [{ beta2: -0.1 }, 'Argument "beta2": expected a number from 0 to below 1, got -0.1.'],
  [{ epsilon: 0 }, 'Argument "epsilon": expected a number above 0, got 0.'],
])(
  'constants of Adam that are out of range are refused, and nothing is left: %j',
  async (optimizer, message) => {
    await tf.setBackend('wasm');
    const before = tf.memory().numTensors;
    expect(() =>
      createTfjsLearner(tinyNetwork, { seed: 1, optimizer: { kind: 'adam', ...optimizer } }),
    ).toThrow(message);
    expect(tf.memory().numTensors).toBe(before);
  },
);

test('a loss that is not finite stops before the weights are touched', async () => {
  const learner = await learnerOn('wasm', tinyNetwork);
  await learner.load(randomImages(3));
  const broken = (await learner.weights()).map((tensor) =>
    tensor.name === 'dense/bias' ? { ...tensor, values: Float32Array.of(Number.NaN, 0, 0) } : tensor,
  );
  await learner.setWeights(broken);
  await expect(learner.step({ indices: range(3), learningRate: 1e-3, epoch: 1 })).rejects.toThrow(
    'Training step 0: expected a finite loss, got NaN. The training has diverged; use a smaller learning rate.',
  );
  expect(await learner.weights()).toEqual(broken);
  await learner.dispose();
});

test('a step before load says what to do', async () => {
  const learner = await learnerOn('wasm', tinyNetwork);
  await expect(learner.step({ indices: range(3), learningRate: 1e-3, epoch: 1 })).rejects.toThrow(
    'Learner: no images to train on. Call load with images before the first step.',
  );
  await learner.dispose();
});

test('a step with an index or a change that cannot be is refused, and leaves nothing', async () => {
  const learner = await learnerOn('wasm', tinyNetwork);
  await learner.load(randomImages(3));
  const before = countMemory();
  const step = { indices: range(3), learningRate: 1e-3, epoch: 1 };
  await expect(learner.step({ ...step, indices: range(4) })).rejects.toThrow(
    'Argument "indices": expected a whole number from 0 to 2, got 3.',
  );
  await expect(learner.step({ ...step, augmentation: { shear: 3 } })).rejects.toThrow(InvalidArgumentError);
  expect(countMemory()).toEqual(before);
  await learner.dispose();
});

test('images of another size or number are refused', async () => {
  const learner = await learnerOn('wasm', lenetReport);
  await expect(learner.predict(selectImages(randomImages(3), [0]))).rejects.toThrow(
    'Network "lenet-report": expected images of 28x28x1, got 6x6x1. Normalise them first, or pad them with padImages.',
  );
  const short = { ...randomImages(3, 28, 10), count: 4 };
  await expect(learner.predict(short)).rejects.toThrow(
    'Network "lenet-report": expected 3136 pixels for 4 images of 28x28, got 2352.',
  );
  await learner.dispose();
});

test('images of another number of classes are refused, and a network without weights', async () => {
  const learner = await learnerOn('wasm', tinyNetwork);
  await expect(learner.load(randomImages(3, 6, 10))).rejects.toThrow(
    'Network "tiny": expected images of as many classes as it has outputs, [3], got 10. Give its last dense layer 10 units.',
  );
  await learner.dispose();
  const flat = defineArchitecture({ name: 'flat', layers: [{ kind: 'flatten' }] });
  expect(() => createTfjsLearner(flat, { seed: 1 })).toThrow(
    'Network "flat": expected a layer with weights to train, got none. Give it a conv2d or dense layer.',
  );
});

test('weights of another architecture are refused', async () => {
  const learner = await learnerOn('wasm', tinyNetwork);
  await expect(learner.setWeights(initialiseWeights(lenetReport, { seed: 1 }))).rejects.toThrow(
    'Weights: expected "conv2d/kernel" of shape [3, 3, 1, 2], got [5, 5, 1, 6]. They belong to another architecture.',
  );
  await learner.dispose();
});
