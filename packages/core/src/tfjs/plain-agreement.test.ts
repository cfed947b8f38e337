// Two implementations that share no arithmetic must agree on every kind of layer.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import type { Architecture, Padding } from '../architecture/architecture.js';
import { lenetReport } from '../architecture/lenet-report.js';
import { createPlainClassifier } from '../classification/plain-classifier.js';
import { createKeyedRandom } from '../random/keyed-random.js';
import { initialiseWeights } from '../training/initialise-weights.js';
import { createTfjsClassifier } from './tfjs-classifier.js';

beforeAll(() => tf.setBackend('cpu'));

/** Odd sizes, overlapping pools and steps that do not divide the image. */
function unevenNetwork(padding: Padding, stride: number): Architecture {
  return {
    name: 'uneven',
    inputShape: [28, 28, 1],
    layers: [
      { kind: 'conv2d', name: 'a', filters: 3, kernelSize: 4, stride, padding, activation: 'relu' },
      { kind: 'maxPooling2d', name: 'b', poolSize: 3, stride: 2 },
      { kind: 'conv2d', name: 'c', filters: 2, kernelSize: 3, stride: 1, padding, activation: 'linear' },
      { kind: 'flatten', name: 'd' },
      { kind: 'dense', name: 'e', units: 5, activation: 'linear' },
    ],
  };
}

test.each([
  ['the LeNet report', lenetReport],
  ['valid padding, steps of 1', unevenNetwork('valid', 1)],
  ['valid padding, steps of 3', unevenNetwork('valid', 3)],
  ['same padding, steps of 1', unevenNetwork('same', 1)],
  ['same padding, steps of 2', unevenNetwork('same', 2)],
  ['same padding, steps of 3', unevenNetwork('same', 3)],
])('plain TypeScript and TensorFlow.js give the same logits: %s', async (_, architecture) => {
  const weights = initialiseWeights(architecture, { seed: 5 }).map((tensor) => ({
    ...tensor,
    // Biases start at 0; those of a trained network do not.
    values: tensor.shape.length > 1 ? tensor.values : tensor.values.map((_value, index) => 0.1 * index - 0.2),
  }));
  const random = createKeyedRandom({ seed: 2, purpose: 'test images' });
  const pixels = Uint8Array.from({ length: 5 * 784 }, () => random.nextBelow(256));
  const images = { pixels, count: 5, height: 28, width: 28 };
  const plain = createPlainClassifier(architecture, weights);
  const tfjs = createTfjsClassifier(architecture, weights);
  const expected = await plain.classify(images);
  const received = await tfjs.classify(images);
  expect(received).toHaveLength(expected.length);
  expect(Math.max(...expected) - Math.min(...expected)).toBeGreaterThan(0.1);
  for (const [index, logit] of received.entries()) expect(logit).toBeCloseTo(expected[index], 5);
  await tfjs.dispose();
});
