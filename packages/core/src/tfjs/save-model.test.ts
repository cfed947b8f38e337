import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { architectures } from '../architecture/architectures.js';
import { countParameters } from '../architecture/layer-shapes.js';
import { lenetReport } from '../architecture/lenet-report.js';
import { normalisePixels } from '../data/normalise-pixels.js';
import { softmax } from '../losses/softmax.js';
import { initialiseWeights } from '../training/initialise-weights.js';
import { saveModel } from './save-model.js';
import { countMemory } from './testing/count-memory.js';
import { randomImages } from './testing/tiny-network.js';
import { createTfjsClassifier } from './tfjs-classifier.js';

beforeAll(() => tf.setBackend('cpu'));

test.each(architectures)('plain tfjs loads $name and gives the same probabilities', async (architecture) => {
  const weights = initialiseWeights(architecture, { seed: 3 });
  const before = countMemory();
  const { modelJson, weightData } = await saveModel(architecture, weights);
  expect(countMemory()).toEqual(before);
  expect(weightData.byteLength).toBe(4 * countParameters(architecture));

  const { modelTopology, weightsManifest } = JSON.parse(new TextDecoder().decode(modelJson));
  expect(weightsManifest[0].paths).toEqual(['weights.bin']);
  const model = await tfl.loadLayersModel(
    tf.io.fromMemory({
      modelTopology,
      weightSpecs: weightsManifest[0].weights,
      weightData: weightData.buffer as ArrayBuffer,
    }),
  );
  const images = randomImages(4, architecture.inputShape[0], 10);
  const classifier = createTfjsClassifier(architecture, weights);
  const expected = softmax(await classifier.classify(images), 10);
  const received = await tf
    .tidy(
      () =>
        model.predict(
          tf.tensor4d(normalisePixels(images.pixels), [4, ...architecture.inputShape]),
        ) as tf.Tensor,
    )
    .data();
  for (const [index, probability] of received.entries()) {
    expect(probability).toBeCloseTo(expected[index], 5);
  }
  await classifier.dispose();
});

test('weights of another architecture are refused', async () => {
  await expect(saveModel(lenetReport, [])).rejects.toThrow(
    'Weights: expected "conv2d/kernel" of shape [5, 5, 1, 6], got none. They belong to another architecture.',
  );
});
