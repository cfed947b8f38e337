import '@tensorflow/tfjs-backend-cpu';
import {
  type Architecture,
  createLabelledImages,
  createPlainClassifier,
  initialiseWeights,
  type LabelledImages,
  lenetReport,
  type NamedTensor,
} from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { createTfjsClassifier, createTfjsLearner } from '@lenet/core/tfjs';
import { createClassifier, createLearner } from '@lenet/engine';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { gradientOptimizer, gradientsOf, relativeError } from '../testing/gradients-of.js';
import { networks } from '../testing/networks.js';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

function imagesFor({ inputShape: [height, width] }: Architecture, count = 11): LabelledImages {
  if (height === 28) return generateDigits({ seed: 5, count });
  const pixels = Uint8Array.from({ length: count * height * width }, (_, index) => (index * index * 7) % 256);
  const labels = Uint8Array.from({ length: count }, (_, index) => index % 10);
  return createLabelledImages({ pixels, labels, height, width });
}

/** Biases are not 0. */
function weightsFor(network: Architecture): NamedTensor[] {
  return initialiseWeights(network, { seed: 3 }).map((tensor) => ({
    ...tensor,
    values:
      tensor.shape.length > 1 ? tensor.values : tensor.values.map((_, index) => 0.05 * (index % 5) - 0.1),
  }));
}

describe.each(networks)('$name', (network) => {
  const weights = weightsFor(network);
  const images = imagesFor(network);

  test.each(['strict', 'relaxed'] as const)(
    '%s: loss and gradients are those of TensorFlow.js',
    async (build) => {
      const options = { seed: 1, optimizer: gradientOptimizer };
      const tfjs = createTfjsLearner(network, options);
      const expected = await gradientsOf(tfjs, weights, images);
      await tfjs.dispose();
      const learner = await createLearner(network, { ...options, build, threads: 2 });
      const received = await gradientsOf(learner, weights, images);
      await learner.dispose();
      expect(received.loss).toBeCloseTo(expected.loss, 5);
      for (const [index, { name }] of weights.entries()) {
        expect(relativeError(received.gradients[index], expected.gradients[index]), name).toBeLessThan(1e-5);
      }
    },
  );

  test('logits are those of the plain classifier', async () => {
    const classifier = await createClassifier(network, weights);
    const expected = await createPlainClassifier(network, weights).classify(images);
    expect(relativeError(await classifier.classify(images), expected)).toBeLessThan(1e-6);
    await classifier.dispose();
  });

  test('activations and gradients by the pixels are those of TensorFlow.js', async () => {
    const classifier = await createClassifier(network, weights);
    const tfjs = createTfjsClassifier(network, weights);
    const image = imagesFor(network, 1);
    const activations = await classifier.activations(image);
    const expected = await tfjs.activations!(image);
    expect(activations.map(({ layer, shape }) => [layer, shape])).toEqual(
      expected.map(({ layer, shape }) => [layer, shape]),
    );
    for (const [index, { layer, values }] of expected.entries()) {
      expect(relativeError(activations[index].values, values), layer).toBeLessThan(1e-5);
    }
    for (const classIndex of [0, 9]) {
      const gradient = await classifier.inputGradient(image, classIndex);
      const right = await tfjs.inputGradient!(image, classIndex);
      if (right.every((value) => value === 0)) expect(gradient).toEqual(right);
      else expect(relativeError(gradient, right)).toBeLessThan(1e-5);
    }
    await tfjs.dispose();
    await classifier.dispose();
  });
});

test('the module of LeNet tells activations and gradients by the pixels too', async () => {
  const weights = weightsFor(lenetReport);
  const classifier = await createClassifier(lenetReport, weights);
  const plain = createPlainClassifier(lenetReport, weights);
  const image = imagesFor(lenetReport, 1);
  const activations = await classifier.activations(image);
  for (const [index, { layer, values }] of (await plain.activations!(image)).entries()) {
    expect(activations[index].layer).toBe(layer);
    expect(relativeError(activations[index].values, values), layer).toBeLessThan(1e-5);
  }
  const tfjs = createTfjsClassifier(lenetReport, weights);
  const right = await tfjs.inputGradient!(image, 7);
  expect(relativeError(await classifier.inputGradient(image, 7), right)).toBeLessThan(1e-5);
  await expect(classifier.inputGradient(image, 10)).rejects.toThrow(
    'Argument "classIndex": expected a whole number from 0 to 9, got 10.',
  );
  await expect(classifier.activations(imagesFor(lenetReport, 2))).rejects.toThrow(
    'Network "lenet-report": expected one image, got 2. Ask for each by itself.',
  );
  await tfjs.dispose();
  await classifier.dispose();
});
