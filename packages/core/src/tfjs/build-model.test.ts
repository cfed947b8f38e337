import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { lenetReport } from '../architecture/lenet-report.js';
import { initialiseWeights } from '../training/initialise-weights.js';
import { buildModel } from './build-model.js';
import { getModelWeights } from './load-model.js';
import { countMemory } from './testing/count-memory.js';
import { tinyNetwork } from './testing/tiny-network.js';

beforeAll(() => tf.setBackend('cpu'));

test('has the layers, sizes and parameters of the architecture', () => {
  const before = countMemory();
  const model = buildModel(lenetReport, initialiseWeights(lenetReport, { seed: 1 }));
  expect(model.layers.map(({ name, outputShape }) => [name, ...(outputShape as number[]).slice(1)])).toEqual([
    ['conv2d', 24, 24, 6],
    ['max_pooling2d', 12, 12, 6],
    ['conv2d_1', 8, 8, 16],
    ['max_pooling2d_1', 4, 4, 16],
    ['flatten', 256],
    ['dense', 120],
    ['dense_1', 84],
    ['dense_2', 10],
  ]);
  expect(model.countParams()).toBe(44_426);
  model.dispose();
  expect(countMemory()).toEqual(before);
});

test('has weights of its own, not the arrays that it was given', async () => {
  const weights = initialiseWeights(tinyNetwork, { seed: 1 });
  const model = buildModel(tinyNetwork, weights);
  const expected = structuredClone(weights);
  for (const { values } of weights) values.fill(7);
  expect(await getModelWeights(model)).toEqual(expected);
  model.dispose();
});

test('gives probabilities', () => {
  const model = buildModel(tinyNetwork, initialiseWeights(tinyNetwork, { seed: 1 }));
  const sums = tf.tidy(() => tf.sum(model.predict(tf.ones([2, 6, 6, 1])) as tf.Tensor, 1).dataSync());
  expect(sums[0]).toBeCloseTo(1, 6);
  expect(sums[1]).toBeCloseTo(1, 6);
  model.dispose();
});
