// What a step changes by chance: values that dropout takes out, and images.
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { augmentBatch } from '../images/augment-images.js';
import type { StepRequest } from '../training/learner.js';
import { countMemory } from './testing/count-memory.js';
import { learnerOn, range } from './testing/learner-on.js';
import { randomImages } from './testing/tiny-network.js';
import { smoothNetwork } from './testing/uneven-networks.js';
import { createTfjsClassifier } from './tfjs-classifier.js';

const images = randomImages(6, 7);
const step = { indices: range(6), learningRate: 1e-9, epoch: 1 };
const learner = async () => {
  const made = await learnerOn('wasm', smoothNetwork);
  await made.load(images);
  return made;
};

test('masks change with the epoch and the image, and come back with the key', async () => {
  const made = await learner();
  const lossOf = async (changes: Partial<StepRequest>) => (await made.step({ ...step, ...changes })).loss;
  const first = await lossOf({});
  // The rate is too small to move a weight of the float32 loss.
  expect(await lossOf({})).toBe(first);
  expect(await lossOf({ indices: range(6).reverse() })).toBeCloseTo(first, 6);
  expect(Math.abs((await lossOf({ epoch: 2 })) - first)).toBeGreaterThan(1e-3);
  const twins = { ...images, pixels: new Uint8Array(images.pixels.length), labels: new Uint8Array(6) };
  await made.load(twins);
  const lone = await lossOf({ indices: Uint32Array.of(0) });
  expect(await lossOf({ indices: Uint32Array.of(1) })).not.toBe(lone);
  await made.dispose();
});

test('predict drops nothing', async () => {
  const made = await learner();
  const classifier = createTfjsClassifier(smoothNetwork, await made.weights());
  expect(await made.predict(images)).toEqual(await classifier.classify(images));
  await classifier.dispose();
  await made.dispose();
});

test('a resumed learner draws the masks and changes of one that went on', async () => {
  const augmentation = { rotationDegrees: 20, shiftPixels: 1 };
  const request = (epoch: number) => ({ ...step, learningRate: 0.01, epoch, augmentation });
  const whole = await learner();
  await whole.step(request(1));
  const resumed = await learnerOn('wasm', smoothNetwork);
  await resumed.load(images);
  await resumed.setWeights(await whole.weights());
  await resumed.setState(await whole.state());
  expect(await resumed.step(request(2))).toEqual(await whole.step(request(2)));
  expect(await resumed.weights()).toEqual(await whole.weights());
  await whole.dispose();
  await resumed.dispose();
});

test('a step sees the images that augmentBatch makes', async () => {
  const augmentation = { rotationDegrees: 90, shiftPixels: 2 };
  const changed = augmentBatch(images, range(6), augmentation, { seed: 1, epoch: 3 });
  expect(changed).not.toEqual(images.pixels);
  const results = [];
  for (const [loaded, more] of [
    [images, { augmentation }],
    [{ ...images, pixels: changed }, {}],
    [{ ...images, pixels: changed }, { augmentation: {} }],
  ] as const) {
    const made = await learnerOn('wasm', smoothNetwork);
    await made.load(loaded);
    results.push([await made.step({ ...step, learningRate: 0.01, epoch: 3, ...more }), await made.weights()]);
    await made.dispose();
  }
  expect(results[1]).toEqual(results[0]);
  expect(results[2]).toEqual(results[0]);
});

test('a step leaves no tensor behind', async () => {
  await tf.setBackend('wasm');
  const atFirst = countMemory();
  const made = await learner();
  const request = { ...step, augmentation: { rotationDegrees: 5 } };
  await made.step(request);
  const before = countMemory();
  await made.step(request);
  expect(countMemory()).toEqual(before);
  await made.dispose();
  expect(countMemory()).toEqual(atFirst);
});
