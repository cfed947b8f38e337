import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import type { Architecture } from '../architecture/architecture.js';
import { defineArchitecture } from '../architecture/define-architecture.js';
import { lenetReport } from '../architecture/lenet-report.js';
import { selectImages } from '../data/labelled-images.js';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { augmentBatch } from '../images/augment-images.js';
import { crossEntropy } from '../losses/cross-entropy.js';
import { softmax } from '../losses/softmax.js';
import { initialiseWeights } from '../training/initialise-weights.js';
import type { Learner, StepRequest } from '../training/learner.js';
import type { Weights } from '../training/weights.js';
import { countMemory } from './testing/count-memory.js';
import { randomImages, tinyNetwork } from './testing/tiny-network.js';
import { smoothNetwork } from './testing/uneven-networks.js';
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

describe('determinism on wasm', () => {
  const images = randomImages(40);
  async function trainSteps(learner: Learner, from: number, to: number) {
    for (let step = from; step < to; step++) {
      await learner.step({ indices: range(8, (step % 5) * 8), learningRate: 1e-2, epoch: 1 });
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
    const first = learner.step({ indices: range(6), learningRate: 1e-2, epoch: 1 });
    if (!isQueued) await first;
    const second = learner.step({ indices: range(6), learningRate: 1e-2, epoch: 1 });
    results.push([await first, await second, await learner.weights()]);
    await learner.dispose();
  }
  expect(results[1]).toEqual(results[0]);
});

test('steps that are asked for before another set is loaded see the first one', async () => {
  const [first, second] = [randomImages(6), selectImages(randomImages(6), [5, 4, 3, 2, 1, 0])];
  const step = { indices: range(3), learningRate: 1e-2, epoch: 1 };
  const waited = await learnerOn('wasm', tinyNetwork);
  await waited.load(first);
  const expected = await waited.step(step);
  const queued = await learnerOn('wasm', tinyNetwork);
  await queued.load(first);
  const [received] = await Promise.all([queued.step(step), queued.load(second)]);
  expect(received).toEqual(expected);
  await waited.dispose();
  await queued.dispose();
});

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

describe('dropout and augmentation', () => {
  const images = randomImages(6, 7);
  const step = { indices: range(6), learningRate: 1e-9, epoch: 1 };
  const learner = async () => {
    const made = await learnerOn('wasm', smoothNetwork);
    await made.load(images);
    return made;
  };

  test('masks change with the epoch and the image, and come back with the key', async () => {
    const made = await learner();
    const lossOf = async (changes: Partial<StepRequest>) => (await made.step({ ...step, ...changes })).loss;
    const first = await lossOf({});
    // The rate is too small to move a weight of the float32 loss.
    expect(await lossOf({})).toBe(first);
    expect(await lossOf({ indices: range(6).reverse() })).toBeCloseTo(first, 6);
    expect(Math.abs((await lossOf({ epoch: 2 })) - first)).toBeGreaterThan(1e-3);
    const twins = { ...images, pixels: new Uint8Array(images.pixels.length), labels: new Uint8Array(6) };
    await made.load(twins);
    const lone = await lossOf({ indices: Uint32Array.of(0) });
    expect(await lossOf({ indices: Uint32Array.of(1) })).not.toBe(lone);
    await made.dispose();
  });

  test('predict drops nothing', async () => {
    const made = await learner();
    const classifier = createTfjsClassifier(smoothNetwork, await made.weights());
    expect(await made.predict(images)).toEqual(await classifier.classify(images));
    await classifier.dispose();
    await made.dispose();
  });

  test('a resumed learner draws the masks and changes of one that went on', async () => {
    const augmentation = { rotationDegrees: 20, shiftPixels: 1 };
    const request = (epoch: number) => ({ ...step, learningRate: 0.01, epoch, augmentation });
    const whole = await learner();
    await whole.step(request(1));
    const resumed = await learnerOn('wasm', smoothNetwork);
    await resumed.load(images);
    await resumed.setWeights(await whole.weights());
    await resumed.setState(await whole.state());
    expect(await resumed.step(request(2))).toEqual(await whole.step(request(2)));
    expect(await resumed.weights()).toEqual(await whole.weights());
    await whole.dispose();
    await resumed.dispose();
  });

  test('a step sees the images that augmentBatch makes', async () => {
    const augmentation = { rotationDegrees: 90, shiftPixels: 2 };
    const changed = augmentBatch(images, range(6), augmentation, { seed: 1, epoch: 3 });
    expect(changed).not.toEqual(images.pixels);
    const results = [];
    for (const [loaded, more] of [
      [images, { augmentation }],
      [{ ...images, pixels: changed }, {}],
      [{ ...images, pixels: changed }, { augmentation: {} }],
    ] as const) {
      const made = await learnerOn('wasm', smoothNetwork);
      await made.load(loaded);
      results.push([
        await made.step({ ...step, learningRate: 0.01, epoch: 3, ...more }),
        await made.weights(),
      ]);
      await made.dispose();
    }
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  });

  test('a step leaves no tensor behind', async () => {
    await tf.setBackend('wasm');
    const atFirst = countMemory();
    const made = await learner();
    const request = { ...step, augmentation: { rotationDegrees: 5 } };
    await made.step(request);
    const before = countMemory();
    await made.step(request);
    expect(countMemory()).toEqual(before);
    await made.dispose();
    expect(countMemory()).toEqual(atFirst);
  });
});

describe('errors', () => {
  test.each([
    [{ beta1: 1 }, 'Argument "beta1": expected a number from 0 to below 1, got 1.'],
    [{ beta2: -0.1 }, 'Argument "beta2": expected a number from 0 to below 1, got -0.1.'],
    [{ epsilon: 0 }, 'Argument "epsilon": expected a number above 0, got 0.'],
  ])(
    'constants of Adam that are out of range are refused, and nothing is left: %j',
    async (optimizer, message) => {
      await tf.setBackend('wasm');
      const before = tf.memory().numTensors;
      expect(() =>
        createTfjsLearner(tinyNetwork, { seed: 1, optimizer: { kind: 'adam', ...optimizer } }),
      ).toThrow(message);
      expect(tf.memory().numTensors).toBe(before);
    },
  );

  test('a loss that is not finite stops before the weights are touched', async () => {
    const learner = await learnerOn('wasm', tinyNetwork);
    await learner.load(randomImages(3));
    const broken = (await learner.weights()).map((tensor) =>
      tensor.name === 'dense/bias' ? { ...tensor, values: Float32Array.of(Number.NaN, 0, 0) } : tensor,
    );
    await learner.setWeights(broken);
    await expect(learner.step({ indices: range(3), learningRate: 1e-3, epoch: 1 })).rejects.toThrow(
      'Training step 0: expected a finite loss, got NaN. The training has diverged; use a smaller learning rate.',
    );
    expect(await learner.weights()).toEqual(broken);
    await learner.dispose();
  });

  test('a step before load says what to do', async () => {
    const learner = await learnerOn('wasm', tinyNetwork);
    await expect(learner.step({ indices: range(3), learningRate: 1e-3, epoch: 1 })).rejects.toThrow(
      'Learner: no images to train on. Call load with images before the first step.',
    );
    await learner.dispose();
  });

  test('a step with an index or a change that cannot be is refused, and leaves nothing', async () => {
    const learner = await learnerOn('wasm', tinyNetwork);
    await learner.load(randomImages(3));
    const before = countMemory();
    const step = { indices: range(3), learningRate: 1e-3, epoch: 1 };
    await expect(learner.step({ ...step, indices: range(4) })).rejects.toThrow(
      'Argument "indices": expected a whole number from 0 to 2, got 3.',
    );
    await expect(learner.step({ ...step, augmentation: { shear: 3 } })).rejects.toThrow(InvalidArgumentError);
    expect(countMemory()).toEqual(before);
    await learner.dispose();
  });

  test('images of another size or number are refused', async () => {
    const learner = await learnerOn('wasm', lenetReport);
    await expect(learner.predict(selectImages(randomImages(3), [0]))).rejects.toThrow(
      'Network "lenet-report": expected images of 28x28x1, got 6x6x1. Normalise them first, or pad them with padImages.',
    );
    const short = { ...randomImages(3, 28, 10), count: 4 };
    await expect(learner.predict(short)).rejects.toThrow(
      'Network "lenet-report": expected 3136 pixels for 4 images of 28x28, got 2352.',
    );
    await learner.dispose();
  });

  test('images of another number of classes are refused, and a network without weights', async () => {
    const learner = await learnerOn('wasm', tinyNetwork);
    await expect(learner.load(randomImages(3, 6, 10))).rejects.toThrow(
      'Network "tiny": expected images of as many classes as it has outputs, [3], got 10. Give its last dense layer 10 units.',
    );
    await learner.dispose();
    const flat = defineArchitecture({ name: 'flat', layers: [{ kind: 'flatten' }] });
    expect(() => createTfjsLearner(flat, { seed: 1 })).toThrow(
      'Network "flat": expected a layer with weights to train, got none. Give it a conv2d or dense layer.',
    );
  });

  test('weights of another architecture are refused', async () => {
    const learner = await learnerOn('wasm', tinyNetwork);
    await expect(learner.setWeights(initialiseWeights(lenetReport, { seed: 1 }))).rejects.toThrow(
      'Weights: expected "conv2d/kernel" of shape [3, 3, 1, 2], got [5, 5, 1, 6]. They belong to another architecture.',
    );
    await learner.dispose();
  });
});
