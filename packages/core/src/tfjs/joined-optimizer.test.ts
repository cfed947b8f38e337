import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { Architecture } from '../architecture/architecture.js';
import { createLabelledImages } from '../data/labelled-images.js';
import type { OptimizerOptions } from '../training/optimizer.js';
import type { Weights } from '../training/weights.js';
import { countMemory } from './testing/count-memory.js';
// Computed by Keras 3.15.1: tooling/oracle/learner/keras_adam_steps.py
import oracle from './testing/keras-adam-steps.json' with { type: 'json' };
import { randomImages, tinyNetwork } from './testing/tiny-network.js';
// Computed by PyTorch 2.15.0: tooling/oracle/learner/torch_optimizer_steps.py
import torchOracle from './testing/torch-optimizer-steps.json' with { type: 'json' };
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

const runs = ['cpu', 'wasm'].flatMap((backend) => [
  ...oracle.runs.map((run) => ({ backend, library: 'Keras', ...run })),
  ...torchOracle.runs.map((run) => ({ backend, library: 'PyTorch', ...run })),
]);

test.each(runs)(
  'three steps are those of $library, on $backend, $optimizer',
  async ({ backend, optimizer, steps }) => {
    await tf.setBackend(backend);
    const learner = createTfjsLearner(architecture, { seed: 1, optimizer: optimizer as OptimizerOptions });
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
      const result = await learner.step({ indices: Uint32Array.of(0, 1, 2, 3), learningRate, epoch: 1 });
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

const everyOption: OptimizerOptions[] = [
  { kind: 'adam', epsilonPlacement: 'pytorch', weightDecay: 0.1, gradientClipNorm: 0.5 },
  { kind: 'momentum', weightDecay: 0.1, gradientClipNorm: 0.5 },
];

test.each(everyOption)(
  'goes on from its state to the same bits, and leaves no tensor: %j',
  async (optimizer) => {
    await tf.setBackend('wasm');
    const atFirst = countMemory();
    const images = randomImages(6);
    const make = async (seed: number) => {
      const learner = createTfjsLearner(tinyNetwork, { seed, optimizer });
      await learner.load(images);
      return learner;
    };
    const step = { indices: Uint32Array.of(0, 1, 2, 3, 4, 5), learningRate: 0.05, epoch: 1 };
    const whole = await make(1);
    for (let count = 0; count < 3; count++) await whole.step(step);
    const resumed = await make(2);
    await resumed.setWeights(await whole.weights());
    await resumed.setState(await whole.state());
    for (const learner of [whole, resumed]) {
      await learner.step(step);
      await learner.step(step);
    }
    expect(await resumed.weights()).toEqual(await whole.weights());
    expect(await resumed.state()).toEqual(await whole.state());
    expect((await whole.state()).stepCount).toBe(5);
    await whole.dispose();
    await resumed.dispose();
    expect(countMemory()).toEqual(atFirst);
  },
);

test("refuses another optimizer's state", async () => {
  await tf.setBackend('wasm');
  const adam = createTfjsLearner(tinyNetwork, { seed: 1 });
  const momentum = createTfjsLearner(tinyNetwork, { seed: 1, optimizer: { kind: 'momentum' } });
  await expect(momentum.setState(await adam.state())).rejects.toThrow(
    'Weights: expected "conv2d/kernel/velocity" of shape [3, 3, 1, 2], got none. They belong to another architecture or optimizer.',
  );
  await adam.dispose();
  await momentum.dispose();
});
