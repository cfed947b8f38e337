import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { initialiseWeights } from '../training/initialise-weights.js';
import type { StepRequest } from '../training/learner.js';
import type { Weights } from '../training/weights.js';
import { lossAndGradients } from './loss-and-gradients.js';
import { registerWasmTrainingKernels } from './register-wasm-training-kernels.js';
import { countMemory } from './testing/count-memory.js';
import { randomImages, tinyNetwork } from './testing/tiny-network.js';
import { kinkedNetwork, smoothNetwork } from './testing/uneven-networks.js';

const request: StepRequest = { indices: Uint32Array.of(4, 1, 3), learningRate: 1, epoch: 2 };

/** Half of what is changed in a numeric difference: large enough for a loss in float32. */
const CHANGE = 1e-3;

describe.each(['cpu', 'wasm'])('on %s', (backend) => {
  test.each([tinyNetwork, smoothNetwork, kinkedNetwork])(
    'the gradients are those of numeric differences, dropout with its mask: $name',
    async (network) => {
      await tf.setBackend(backend);
      registerWasmTrainingKernels();
      const images = randomImages(6, network.inputShape[0]);
      /** Loss and gradients, as plain numbers. */
      const measure = async (weights: Weights) => {
        const tensors = new Map(
          weights.map(({ name, shape, values }) => [name, tf.tensor(values.slice(), [...shape])]),
        );
        const result = lossAndGradients(network, tensors, images, request, 7);
        const loss = (await result.loss.data())[0];
        const gradients = new Map<string, ArrayLike<number>>();
        for (const [name, gradient] of result.gradients) gradients.set(name, await gradient.data());
        tf.dispose([result.loss, result.correct, ...result.gradients.values(), ...tensors.values()]);
        return { loss, gradients };
      };

      const weights = initialiseWeights(network, { seed: 3 });
      const before = countMemory();
      const { gradients } = await measure(weights);
      expect(countMemory()).toEqual(before);
      expect([...gradients.keys()].sort()).toEqual(weights.map(({ name }) => name).sort());
      let largest = 0;
      for (const { name, values } of weights) {
        for (let index = 0; index < values.length; index += 1 + (values.length >> 3)) {
          const moved = async (change: number) => {
            const changed = weights.map((tensor) => ({ ...tensor, values: tensor.values.slice() }));
            changed.find((tensor) => tensor.name === name)!.values[index] += change;
            return (await measure(changed)).loss;
          };
          const numeric = ((await moved(CHANGE)) - (await moved(-CHANGE))) / (2 * CHANGE);
          expect(gradients.get(name)![index], `${name}[${index}]`).toBeCloseTo(numeric, 3);
          largest = Math.max(largest, Math.abs(numeric));
        }
      }
      expect(largest).toBeGreaterThan(0.05);
    },
  );
});
