import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { lenetReport } from '../architecture/lenet-report.js';
import { crossEntropy } from '../losses/cross-entropy.js';
import { softmax } from '../losses/softmax.js';
import type { Weights } from '../training/weights.js';
import { countMemory } from './testing/count-memory.js';
import { learnerOn, range } from './testing/learner-on.js';
import { randomImages, tinyNetwork } from './testing/tiny-network.js';
import { createTfjsClassifier } from './tfjs-classifier.js';
import { createTfjsLearner } from './tfjs-learner.js';

const largestDifference = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, index) => Math.abs(value - b[index])));

describe.each(['cpu', 'wasm'])('on %s', (backend) => {
  test('the gradients are those of numeric differences', async () => {
    const images = randomImages(6);
    const learner = await learnerOn(backend, tinyNetwork);
    await learner.load(images);
    const before = await learner.weights();
    // After one step from zero, Adam's first moment is a tenth of the gradient.
    await learner.step({ indices: range(6), learningRate: 1e-9, epoch: 1 });
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
    const atFirst = countMemory();
    const learner = createTfjsLearner(tinyNetwork, { seed: 1 });
    await learner.load(randomImages(6));
    await learner.step({ indices: range(6), learningRate: 1e-3, epoch: 1 });
    const before = countMemory();
    await learner.step({ indices: range(3), learningRate: 1e-3, epoch: 1 });
    expect(countMemory()).toEqual(before);
    await learner.predict(randomImages(2));
    expect(countMemory()).toEqual(before);
    await learner.setWeights(await learner.weights());
    await learner.setState(await learner.state());
    expect(countMemory()).toEqual(before);
    await learner.dispose();
    expect(countMemory()).toEqual(atFirst);
  });

  test('arrays taken out of a learner or put into it are not shared with it', async () => {
    await tf.setBackend(backend);
    const learner = createTfjsLearner(tinyNetwork, { seed: 1 });
    await learner.load(randomImages(6));
    await learner.step({ indices: range(6), learningRate: 1e-3, epoch: 1 });
    const [weights, state] = [await learner.weights(), await learner.state()];
    await learner.setWeights(weights);
    await learner.setState(state);
    const expected = structuredClone({ weights, state });
    for (const { values } of [...weights, ...state.moments, ...(await learner.weights())]) values.fill(7);
    for (const { values } of (await learner.state()).moments) values.fill(7);
    expect({ weights: await learner.weights(), state: await learner.state() }).toEqual(expected);
    await learner.dispose();
  });
});

test('LeNet gives the same probabilities and updates on cpu and wasm', async () => {
  const images = randomImages(16, 28, 10);
  const results = [];
  for (const backend of ['cpu', 'wasm']) {
    const learner = await learnerOn(backend, lenetReport);
    await learner.load(images);
    const probabilities = softmax(await learner.predict(images), 10);
    await learner.step({ indices: range(16), learningRate: 1e-3, epoch: 1 });
    results.push({ probabilities, moments: (await learner.state()).moments });
    await learner.dispose();
  }
  const [cpu, wasm] = results;
  expect(largestDifference(cpu.probabilities, wasm.probabilities)).toBeLessThan(1e-5);
  for (const [index, { name, values }] of cpu.moments.entries()) {
    expect(largestDifference(values, wasm.moments[index].values), name).toBeLessThan(1e-5);
  }
}, 30_000);

test('the constants of Adam can be chosen', async () => {
  await tf.setBackend('wasm');
  const learner = createTfjsLearner(tinyNetwork, {
    seed: 1,
    optimizer: { kind: 'adam', beta1: 0.5, beta2: 0.75 },
  });
  await learner.load(randomImages(6));
  await learner.step({ indices: range(6), learningRate: 1e-3, epoch: 1 });
  const { moments } = await learner.state();
  // After one step from zero the moments are half of the gradient and a quarter of its square.
  const [first, second] = [moments[0].values, moments[1].values];
  expect(Math.max(...first.map(Math.abs))).toBeGreaterThan(0.01);
  for (const [index, value] of first.entries()) expect(second[index]).toBeCloseTo((2 * value) ** 2 / 4, 6);
  await learner.dispose();
});
