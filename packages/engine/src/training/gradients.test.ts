import '@tensorflow/tfjs-backend-cpu';
import { lenetReport, type NamedTensor } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { createTfjsLearner } from '@lenet/core/tfjs';
import { createClassifier, createLearner } from '@lenet/engine';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { gradientOptimizer, gradientsOf, relativeError } from '../testing/gradients-of.js';
import { madeUpImages, madeUpWeights } from '../testing/made-up-weights.js';
import { referenceGradients } from '../testing/reference-network.js';
import torch from '../testing/torch-lenet.json' with { type: 'json' };

const weights = madeUpWeights();
const noise = madeUpImages([3, 1, 4, 1, 5, 9, 2, 6, 5, 3]);
const digits = generateDigits({ seed: 1, count: 21 });

async function engineGradients(
  build: 'strict' | 'relaxed',
  images = noise,
  tensors: NamedTensor[] = weights,
) {
  const learner = await createLearner(lenetReport, {
    seed: 1,
    optimizer: gradientOptimizer,
    build,
    threads: 1,
  });
  const result = await gradientsOf(learner, tensors, images);
  await learner.dispose();
  return result;
}

describe.each(['strict', 'relaxed'] as const)('the %s build', (build) => {
  test.each([
    ['noise', noise],
    ['digits, with equal pixels in most windows', digits],
  ])('has the gradients of the float64 reference: %s', async (_, images) => {
    const expected = referenceGradients(weights, images);
    const received = await engineGradients(build, images);
    expect(received.loss).toBeCloseTo(expected.loss, 5);
    for (const [index, { name }] of weights.entries()) {
      const error = relativeError(received.gradients[index], expected.gradients[index]);
      expect(error, name).toBeLessThan(1e-5);
      expect(error, name).toBeGreaterThan(0);
    }
  });

  test('has the loss and gradients of PyTorch', async () => {
    const received = await engineGradients(build, madeUpImages(torch.labels));
    expect(received.loss).toBeCloseTo(torch.loss, 5);
    for (const [index, { name, norm, places, values }] of torch.gradients.entries()) {
      expect(name).toBe(weights[index].name);
      const gradient = received.gradients[index];
      expect(Math.hypot(...gradient) / norm, name).toBeCloseTo(1, 5);
      for (const [at, place] of places.entries()) {
        expect(Math.abs(gradient[place] - values[at]) / norm, `${name}[${place}]`).toBeLessThan(1e-5);
      }
    }
  });
});

test('has the logits and gradients of TensorFlow.js', async () => {
  await tf.setBackend('cpu');
  const learner = createTfjsLearner(lenetReport, { seed: 1, optimizer: gradientOptimizer });
  const expected = await gradientsOf(learner, weights, noise);
  const logits = await learner.predict(digits);
  await learner.dispose();
  const received = await engineGradients('strict');
  expect(received.loss).toBeCloseTo(expected.loss, 5);
  for (const [index, { name }] of weights.entries()) {
    expect(relativeError(received.gradients[index], expected.gradients[index]), name).toBeLessThan(1e-5);
  }
  const classifier = await createClassifier(lenetReport, weights);
  expect(relativeError(await classifier.classify(digits), logits)).toBeLessThan(1e-6);
  await classifier.dispose();
});

test.each([1, 2, 3, 4, 5, 31, 32, 33, 63, 65, 130])(
  'a batch of %i images is the mean over its images',
  async (count) => {
    const labels = Array.from({ length: count }, (_, index) => (index * 7) % 10);
    const images = madeUpImages(labels);
    const whole = await engineGradients('strict', images);
    const expected = referenceGradients(weights, images);
    expect(whole.loss).toBeCloseTo(expected.loss, 4);
    for (const [index, { name }] of weights.entries()) {
      expect(relativeError(whole.gradients[index], expected.gradients[index]), name).toBeLessThan(1e-5);
    }
  },
);
