import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { Architecture } from '../architecture/architecture.js';
import { createLabelledImages } from '../data/labelled-images.js';
import type { Weights } from '../training/weights.js';
// Computed by Keras 3.15.1: tooling/oracle/learner/keras_adam_steps.py
import oracle from './testing/keras-adam-steps.json' with { type: 'json' };
import { createTfjsLearner } from './tfjs-learner.js';

const architecture: Architecture = {
  name: 'oracle',
  inputShape: [6, 6, 1],
  layers: [
    {
      kind: 'conv2d',
      name: 'conv2d',
      filters: 2,
      kernelSize: 3,
      stride: 1,
      padding: 'valid',
      activation: 'relu',
    },
    { kind: 'maxPooling2d', name: 'pool', poolSize: 2, stride: 2 },
    { kind: 'flatten', name: 'flatten' },
    { kind: 'dense', name: 'dense', units: 3, activation: 'softmax' },
  ],
};

const asWeights = (tensors: (typeof oracle)['initialWeights']): Weights =>
  tensors.map((tensor) => ({ ...tensor, values: Float32Array.from(tensor.values) }));

test.each(['cpu', 'wasm'].flatMap((backend) => oracle.runs.map((run) => ({ backend, ...run }))))(
  'three steps of Adam are those of Keras, on $backend, $optimizer',
  async ({ backend, optimizer, steps }) => {
    await tf.setBackend(backend);
    const learner = createTfjsLearner(architecture, { seed: 1, optimizer });
    await learner.setWeights(asWeights(oracle.initialWeights));
    await learner.load(
      createLabelledImages({
        pixels: Uint8Array.from(oracle.pixels),
        labels: Uint8Array.from(oracle.labels),
        height: 6,
        width: 6,
        classCount: 3,
      }),
    );
    for (const { learningRate, loss, weights } of steps) {
      const result = await learner.step({ indices: Uint32Array.of(0, 1, 2, 3), learningRate });
      expect(result.loss).toBeCloseTo(loss, 5);
      const received = await learner.weights();
      expect(received.map(({ name }) => name)).toEqual(weights.map(({ name }) => name));
      for (const [position, { name, values }] of weights.entries()) {
        const differences = values.map((value, at) => Math.abs(value - received[position].values[at]));
        expect(Math.max(...differences), name).toBeLessThan(1e-5);
      }
    }
    await learner.dispose();
  },
);
