import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { initialiseWeights } from '../training/initialise-weights.js';
import { getModelWeights, loadModel } from './load-model.js';
import { saveModel } from './save-model.js';
import { countMemory } from './testing/count-memory.js';
import { tinyNetwork } from './testing/tiny-network.js';

beforeAll(() => tf.setBackend('cpu'));

test('a saved model comes back with its layers and the very same weights', async () => {
  const weights = initialiseWeights(tinyNetwork, { seed: 3 });
  const before = countMemory();
  const saved = await saveModel(tinyNetwork, weights);
  // As one reads it from a file: in the middle of a larger buffer.
  const buffer = new Uint8Array(saved.weightData.length + 24);
  buffer.set(saved.weightData, 8);
  const model = await loadModel({ ...saved, weightData: buffer.subarray(8, 8 + saved.weightData.length) });
  expect(model.layers.map(({ name }) => name)).toEqual(['conv2d', 'pool', 'conv2d_1', 'flatten', 'dense']);
  expect(await getModelWeights(model)).toEqual(weights);
  buffer.fill(255);
  expect(await getModelWeights(model)).toEqual(weights);
  model.dispose();
  expect(countMemory()).toEqual(before);
});

test('a model can be loaded twice in one program', async () => {
  const saved = await saveModel(tinyNetwork, initialiseWeights(tinyNetwork, { seed: 3 }));
  const [first, second] = [await loadModel(saved), await loadModel(saved)];
  expect(await getModelWeights(second)).toEqual(await getModelWeights(first));
  first.dispose();
  second.dispose();
});
