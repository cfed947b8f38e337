// Two implementations that share no arithmetic must agree on every kind of layer.
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import type { Architecture, Padding } from '../architecture/architecture.js';
import { architectures } from '../architecture/architectures.js';
import { createPlainClassifier } from '../classification/plain-classifier.js';
import { createKeyedRandom } from '../random/keyed-random.js';
import { initialiseWeights } from '../training/initialise-weights.js';
import { kinkedNetwork, smoothNetwork } from './testing/uneven-networks.js';
import { createTfjsClassifier } from './tfjs-classifier.js';

/** Odd sizes, overlapping pools and steps that do not divide the image. */
function unevenNetwork(padding: Padding, stride: number): Architecture {
  return {
    name: `uneven, ${padding} padding, steps of ${stride}`,
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

const networks = [
  ...architectures,
  smoothNetwork,
  kinkedNetwork,
  ...([1, 3] as const).map((stride) => unevenNetwork('valid', stride)),
  ...([1, 2, 3] as const).map((stride) => unevenNetwork('same', stride)),
];

describe.each(['cpu', 'wasm'])('on %s', (backend) => {
  test.each(networks)(
    'plain TypeScript and TensorFlow.js give the same logits: $name',
    async (architecture) => {
      await tf.setBackend(backend);
      const weights = initialiseWeights(architecture, { seed: 5 }).map((tensor) => ({
        ...tensor,
        // Biases start at 0; those of a trained network do not.
        values:
          tensor.shape.length > 1 ? tensor.values : tensor.values.map((_, index) => 0.1 * (index % 7) - 0.2),
      }));
      const [height, width] = architecture.inputShape;
      const random = createKeyedRandom({ seed: 2, purpose: 'test images' });
      const pixels = Uint8Array.from({ length: 3 * height * width }, () => random.nextBelow(256));
      const images = { pixels, count: 3, height, width };
      const plain = createPlainClassifier(architecture, weights);
      const tfjs = createTfjsClassifier(architecture, weights);
      const expected = await plain.classify(images);
      const received = await tfjs.classify(images);
      await tfjs.dispose();
      expect(received).toHaveLength(expected.length);
      expect(Math.max(...expected) - Math.min(...expected)).toBeGreaterThan(0.1);
      for (const [index, logit] of received.entries()) expect(logit).toBeCloseTo(expected[index], 5);
    },
  );
});
