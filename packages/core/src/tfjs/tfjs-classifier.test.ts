import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { initialiseWeights } from '../training/initialise-weights.js';
import { countMemory } from './testing/count-memory.js';
import { randomImages, tinyNetwork } from './testing/tiny-network.js';
import { smoothNetwork } from './testing/uneven-networks.js';
import { createTfjsClassifier } from './tfjs-classifier.js';

test.each(['cpu', 'wasm'])('leaves no tensor behind, right or wrong, on %s', async (backend) => {
  await tf.setBackend(backend);
  const weights = initialiseWeights(smoothNetwork, { seed: 1 });
  const atFirst = countMemory();
  const classifier = createTfjsClassifier(smoothNetwork, weights);
  const before = countMemory();
  expect(before.numTensors - atFirst.numTensors).toBe(weights.length);
  // More than one batch.
  expect(await classifier.classify(randomImages(300, 7))).toHaveLength(900);
  await expect(classifier.classify(randomImages(1, 6))).rejects.toThrow(
    'Network "smooth": expected images of 7x7x1, got 6x6x1. Normalise them first, or pad them with padImages.',
  );
  expect(countMemory()).toEqual(before);
  await classifier.dispose();
  expect(() => createTfjsClassifier(tinyNetwork, weights)).toThrow(
    'Weights: expected "dense/kernel" of shape [12, 3], got [12, 5]. They belong to another architecture.',
  );
  expect(countMemory()).toEqual(atFirst);
});
