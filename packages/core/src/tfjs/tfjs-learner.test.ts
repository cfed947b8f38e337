import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import type { Architecture } from '../architecture/architecture.js';
import { lenetReport } from '../architecture/lenet-report.js';
import { selectImages } from '../data/labelled-images.js';
import { crossEntropy } from '../losses/cross-entropy.js';
import { softmax } from '../losses/softmax.js';
import { initialiseWeights } from '../training/initialise-weights.js';
import type { Learner } from '../training/learner.js';
import type { Weights } from '../training/weights.js';
import { randomImages, tinyNetwork } from './testing/tiny-network.js';
import { createTfjsClassifier } from './tfjs-classifier.js';
import { createTfjsLearner } from './tfjs-learner.js';

const range = (length: number, start = 0) => Uint32Array.from({ length }, (_, index) => start + index);

async function learnerOn(backend: string, architecture: Architecture, seed = 1): Promise<Learner> {
  await tf.setBackend(backend);
  return createTfjsLearner(architecture, { seed });
}

const largestDifference = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, index) => Math.abs(value - b[index])));

describe.each(['cpu', 'wasm'])('on %s', (backend) => {
  test('the gradients are those of numeric differences', async () => {
    const images = randomImages(6);
    const learner = await learnerOn(backend, tinyNetwork);
    await learner.load(images);
    const before = await learner.weights();
    // After one step from zero, Adam's first moment is a tenth of the gradient.
    await learner.step({ indices: range(6), learningRate: 1e-9 });
    const { moments } = await learner.state();
    await learner.dispose();

    const lossOf = async (weights: Weights) => {
      const classifier = createTfjsClassifier(tinyNetwork, weights);
      const logits = await classifier.classify(images);
      await classifier.dispose();
      return crossEntropy(logits, images.labels, 3);
    };
    for (const { name, values } of before) {
      const gradient = moments.find((moment) => moment.name === `${name}/first-moment`)!.values;
      for (let index = 0; index < values.length; index += 3) {
        const moved = (change: number) =>
          before.map((tensor) =>
            tensor.name === name
              ? {
                  ...tensor,
                  values: tensor.values.map((value, at) => (at === index ? value + change : value)),
                }
              : tensor,
          );
        const numeric = ((await lossOf(moved(1e-3))) - (await lossOf(moved(-1e-3)))) / 2e-3;
        expect(gradient[index] * 10, `${name}[${index}]`).toBeCloseTo(numeric, 2);
      }
    }
  });

  test('a step leaves no tensor behind, and dispose none at all', async () => {
    await tf.setBackend(backend);
    const atFirst = tf.memory();
    const learner = createTfjsLearner(tinyNetwork, { seed: 1 });
    await learner.load(randomImages(6));
    await learner.step({ indices: range(6), learningRate: 1e-3 });
    const before = tf.memory();
    await learner.step({ indices: range(3), learningRate: 1e-3 });
    await learner.predict(randomImages(2));
    await learner.setWeights(await learner.weights());
    await learner.setState(await learner.state());
    const after = tf.memory();
    expect([after.numTensors, after.numDataBuffers]).toEqual([before.numTensors, before.numDataBuffers]);
    await learner.dispose();
    expect([tf.memory().numTensors, tf.memory().numDataBuffers]).toEqual([
      atFirst.numTensors,
      atFirst.numDataBuffers,
    ]);
  });
});

test('LeNet gives the same probabilities and updates on cpu and wasm', async () => {
  const images = randomImages(16, 28, 10);
  const results = [];
  for (const backend of ['cpu', 'wasm']) {
    const learner = await learnerOn(backend, lenetReport);
    await learner.load(images);
    const probabilities = softmax(await learner.predict(images), 10);
    await learner.step({ indices: range(16), learningRate: 1e-3 });
    results.push({ probabilities, moments: (await learner.state()).moments });
    await learner.dispose();
  }
  const [cpu, wasm] = results;
  expect(largestDifference(cpu.probabilities, wasm.probabilities)).toBeLessThan(1e-5);
  for (const [index, { name, values }] of cpu.moments.entries()) {
    expect(largestDifference(values, wasm.moments[index].values), name).toBeLessThan(1e-5);
  }
}, 30_000);

describe('determinism on wasm', () => {
  const images = randomImages(40);
  async function trainSteps(learner: Learner, from: number, to: number) {
    for (let step = from; step < to; step++) {
      await learner.step({ indices: range(8, (step % 5) * 8), learningRate: 1e-2 });
    }
  }

  test('the same seed gives the same weights, another seed others', async () => {
    const weightsOf = async (seed: number) => {
      const learner = await learnerOn('wasm', tinyNetwork, seed);
      await learner.load(images);
      await trainSteps(learner, 0, 5);
      const weights = await learner.weights();
      await learner.dispose();
      return weights;
    };
    expect(await weightsOf(1)).toEqual(await weightsOf(1));
    expect(await weightsOf(2)).not.toEqual(await weightsOf(1));
  });

  test('weights and state taken out and put in again go on to the same bits', async () => {
    const whole = await learnerOn('wasm', tinyNetwork);
    await whole.load(images);
    await trainSteps(whole, 0, 4);
    const [weights, state] = [await whole.weights(), await whole.state()];
    expect(state.stepCount).toBe(4);
    await trainSteps(whole, 4, 9);

    const resumed = await learnerOn('wasm', tinyNetwork, 99);
    await resumed.load(images);
    await resumed.setWeights(weights);
    await resumed.setState(state);
    await trainSteps(resumed, 4, 9);
    expect(await resumed.weights()).toEqual(await whole.weights());
    expect(await resumed.state()).toEqual(await whole.state());
    await whole.dispose();
    await resumed.dispose();
  });
});

test('steps that are asked for at once run one after the other', async () => {
  const results = [];
  for (const isQueued of [false, true]) {
    const learner = await learnerOn('wasm', tinyNetwork);
    await learner.load(randomImages(6));
    const first = learner.step({ indices: range(6), learningRate: 1e-2 });
    if (!isQueued) await first;
    const second = learner.step({ indices: range(6), learningRate: 1e-2 });
    results.push([await first, await second, await learner.weights()]);
    await learner.dispose();
  }
  expect(results[1]).toEqual(results[0]);
});

describe('errors', () => {
  test('a loss that is not finite stops before the weights are touched', async () => {
    const learner = await learnerOn('wasm', tinyNetwork);
    await learner.load(randomImages(3));
    const broken = (await learner.weights()).map((tensor) =>
      tensor.name === 'dense/bias' ? { ...tensor, values: Float32Array.of(Number.NaN, 0, 0) } : tensor,
    );
    await learner.setWeights(broken);
    await expect(learner.step({ indices: range(3), learningRate: 1e-3 })).rejects.toThrow(
      'Training step 0: expected a finite loss, got NaN. The training has diverged; use a smaller learning rate.',
    );
    expect(await learner.weights()).toEqual(broken);
    await learner.dispose();
  });

  test('a step before load says what to do', async () => {
    const learner = await learnerOn('wasm', tinyNetwork);
    await expect(learner.step({ indices: range(3), learningRate: 1e-3 })).rejects.toThrow(
      'Learner: no images to train on. Call load before the first step.',
    );
    await learner.dispose();
  });

  test('images of another size are refused', async () => {
    const learner = await learnerOn('wasm', lenetReport);
    await expect(learner.predict(selectImages(randomImages(3), [0]))).rejects.toThrow(
      'Architecture "lenet-report": expected images of 28x28 pixels, got 6x6. Normalise them first.',
    );
    await learner.dispose();
  });

  test('weights of another architecture are refused', async () => {
    const learner = await learnerOn('wasm', tinyNetwork);
    await expect(learner.setWeights(initialiseWeights(lenetReport, { seed: 1 }))).rejects.toThrow(
      'Weights: expected "conv2d/kernel" of shape [3, 3, 1, 2], got [5, 5, 1, 6]. They belong to another architecture.',
    );
    await learner.dispose();
  });
});
