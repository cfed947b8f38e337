import { type Architecture, InvalidArgumentError, lenetReport, NonFiniteLossError } from '@lenet/core';
import { createLearner, explainUnsupported } from '@lenet/engine';
import { expect, test } from 'vitest';
import { madeUpImages, madeUpWeights } from '../testing/made-up-weights.js';

const images = madeUpImages([3, 1, 4]);
const step = { indices: Uint32Array.of(0, 1, 2), learningRate: 1e-3, epoch: 1 };

async function loaded() {
  const learner = await createLearner(lenetReport, { seed: 1, threads: 1 });
  await learner.load(images);
  return learner;
}

test('says what computes', async () => {
  const learner = await createLearner(lenetReport, { seed: 1, threads: 2 });
  expect(learner.backend).toBe('Lenet engine strict, 2 threads');
  expect(learner.architecture).toBe(lenetReport);
  await learner.dispose();
});

test.each([
  [{ threads: 0 }, 'Argument "threads": expected a whole number from 1 to 8, got 0.'],
  [{ threads: 9 }, 'Argument "threads": expected a whole number from 1 to 8, got 9.'],
  [{ threads: 1.5 }, 'Argument "threads": expected a whole number from 1 to 8, got 1.5.'],
  [{ build: 'fast' as 'strict' }, 'Argument "build": expected "strict" or "relaxed", got "fast".'],
  [
    { optimizer: { kind: 'adam', beta1: 1 } as const },
    'Argument "beta1": expected a number from 0 to below 1, got 1.',
  ],
  [{ seed: 2 ** 32 }, 'Argument "seed": expected a whole number from 0 to 4294967295, got 4294967296.'],
])('options that are out of range are refused: %j', async (options, message) => {
  const making = createLearner(lenetReport, { seed: 1, ...options });
  await expect(making).rejects.toThrow(InvalidArgumentError);
  await expect(making).rejects.toThrow(message);
});

const flatten = { kind: 'flatten' } as const;
const dense = { kind: 'dense', units: 10 } as const;

test.each([
  [{ layers: [flatten] }, 'computes networks that end in a dense layer, got flatten'],
  [{ layers: [] }, 'computes networks that end in a dense layer, got no layer'],
  [{ inputShape: [8, 8, 3] as const, layers: [flatten, dense] }, 'computes grey images, got 3 channels'],
  [{ layers: [flatten, ...Array(24).fill(dense)] }, 'computes 24 layers at most, got 25'],
])('a network that the engine does not compute is refused, with the reason: %j', async (fields, reason) => {
  const network = { name: 'odd', inputShape: lenetReport.inputShape, ...fields };
  const named = {
    ...network,
    layers: network.layers.map((layer, index) => ({
      activation: 'linear',
      ...layer,
      name: index === 1 ? 'dense' : `layer-${index}`,
    })),
  } as Architecture;
  expect(explainUnsupported(named)).toBe(reason);
  await expect(createLearner(named, { seed: 1 })).rejects.toThrow(
    `Network "odd": the engine ${reason}. Take @lenet/core/tfjs for it.`,
  );
});

test('the same shape under other names is welcome', async () => {
  const renamed = {
    ...lenetReport,
    name: 'mine',
    layers: lenetReport.layers.map((layer, index) => ({ ...layer, name: `layer-${index}` })),
  };
  const learner = await createLearner(renamed, { seed: 1, threads: 1 });
  expect((await learner.weights())[0].name).toBe('layer-0/kernel');
  await learner.dispose();
});

test('weights that are not numbers end in an error, and nothing is changed', async () => {
  const learner = await loaded();
  await learner.step(step);
  const broken = madeUpWeights();
  broken[4].values[0] = Number.NaN;
  await learner.setWeights(broken);
  const state = await learner.state();
  const stepping = learner.step(step);
  await expect(stepping).rejects.toThrow(NonFiniteLossError);
  await expect(stepping).rejects.toThrow(
    'Training step 1: expected a finite loss, got NaN. The training has diverged; use a smaller learning rate.',
  );
  expect(await learner.weights()).toEqual(broken);
  expect(await learner.state()).toEqual(state);
  await learner.dispose();
});

test('a learning rate that is far too large ends in an error', async () => {
  const learner = await loaded();
  const steps = async () => {
    for (let count = 0; count < 50; count++) await learner.step({ ...step, learningRate: 1e30 });
  };
  await expect(steps()).rejects.toThrow(NonFiniteLossError);
  await learner.dispose();
});

test('a set without images can be loaded and read, but not trained on', async () => {
  const learner = await loaded();
  const none = madeUpImages([]);
  expect(await learner.predict(none)).toEqual(new Float32Array(0));
  await learner.load(none);
  await expect(learner.step({ ...step, indices: new Uint32Array(0) })).rejects.toThrow(
    'Learner: no images to train on. Call load with images before the first step.',
  );
  await learner.dispose();
});

test('a step that cannot be is refused, and nothing is changed', async () => {
  const learner = await loaded();
  const before = [await learner.weights(), await learner.state()];
  await expect(learner.step({ ...step, indices: Uint32Array.of(3) })).rejects.toThrow(
    'Argument "indices": expected a whole number from 0 to 2, got 3.',
  );
  await expect(learner.step({ ...step, indices: new Uint32Array(0) })).rejects.toThrow(
    'Learner: expected one image or more in a step, got none.',
  );
  await expect(learner.step({ ...step, augmentation: { shear: 3 } })).rejects.toThrow(InvalidArgumentError);
  expect([await learner.weights(), await learner.state()]).toEqual(before);
  await learner.dispose();
});

test('images, weights and states of another network are refused', async () => {
  const learner = await loaded();
  await expect(learner.load({ ...images, height: 14, width: 56 })).rejects.toThrow(
    'Network "lenet-report": expected images of 28x28x1, got 14x56x1. Normalise them first.',
  );
  await expect(learner.setWeights(madeUpWeights().slice(1))).rejects.toThrow(
    'Weights: expected "conv2d/kernel" of shape [5, 5, 1, 6], got none. They belong to another architecture.',
  );
  await expect(learner.setState({ stepCount: 1, moments: [] })).rejects.toThrow(
    'Weights: expected "conv2d/kernel/first-moment" of shape [5, 5, 1, 6], got none. They belong to another architecture or optimizer.',
  );
  await learner.dispose();
});

test('a learner that has been disposed says so, and may be disposed again', async () => {
  const learner = await loaded();
  await Promise.all([learner.dispose(), learner.dispose()]);
  await learner.dispose();
  const message = 'Learner: it has been disposed and cannot be used any more. Make a new one.';
  await expect(learner.step(step)).rejects.toThrow(message);
  await expect(learner.weights()).rejects.toThrow(message);
  await expect(learner.predict(images)).rejects.toThrow(message);
});

test('steps that are asked for at once run one after the other', async () => {
  const [queued, waited] = [await loaded(), await loaded()];
  const results = await Promise.all([queued.step(step), queued.step(step), queued.weights()]);
  expect(results).toEqual([await waited.step(step), await waited.step(step), await waited.weights()]);
  await queued.dispose();
  await waited.dispose();
});
