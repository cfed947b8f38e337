import '@tensorflow/tfjs-backend-cpu';
import { type Learner, lenetReport, type OptimizerOptions } from '@lenet/core';
import { createTfjsLearner } from '@lenet/core/tfjs';
import { createLearner } from '@lenet/engine';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { relativeError } from '../testing/gradients-of.js';
import { madeUpImages } from '../testing/made-up-weights.js';

const images = madeUpImages([3, 1, 4, 1, 5, 9, 2, 6, 5, 3]);
const rates = [0.003, 0.001, 0.002, 0];

async function trainSteps(learner: Learner) {
  await learner.load(images);
  const losses: number[] = [];
  for (const [step, learningRate] of rates.entries()) {
    const indices = Uint32Array.from({ length: 6 }, (_, index) => (index + step) % 10);
    losses.push((await learner.step({ indices, learningRate, epoch: 1 })).loss);
  }
  const weights = await learner.weights();
  const { stepCount, moments } = await learner.state();
  await learner.dispose();
  return { losses, weights, stepCount, moments };
}

// TensorFlow.js's rules are checked against Keras and PyTorch in @lenet/core.
test.each<OptimizerOptions>([
  { kind: 'adam' },
  { kind: 'adam', beta1: 0.8, beta2: 0.98, epsilon: 0.01 },
  { kind: 'adam', epsilon: 0.01, epsilonPlacement: 'pytorch' },
  { kind: 'adam', weightDecay: 5 },
  { kind: 'adam', gradientClipNorm: 0.5, epsilon: 0.01 },
  { kind: 'adam', gradientClipNorm: 1e6 },
  { kind: 'momentum' },
  { kind: 'momentum', momentum: 0.5, weightDecay: 5, gradientClipNorm: 0.5 },
])('updates as TensorFlow.js does: %j', async (optimizer) => {
  await tf.setBackend('cpu');
  const expected = await trainSteps(createTfjsLearner(lenetReport, { seed: 1, optimizer }));
  const received = await trainSteps(await createLearner(lenetReport, { seed: 1, optimizer, threads: 1 }));
  for (const [step, loss] of expected.losses.entries()) expect(received.losses[step]).toBeCloseTo(loss, 4);
  expect(received.stepCount).toBe(rates.length);
  expect(received.moments.map(({ name, shape }) => [name, shape])).toEqual(
    expected.moments.map(({ name, shape }) => [name, shape]),
  );
  const pairs = [...expected.weights, ...expected.moments].map(
    (tensor, index) => [tensor, [...received.weights, ...received.moments][index]] as const,
  );
  // Adam divides by the root of the second moment: where a gradient is hardly more than its own rounding
  // error, so is the change of the weight.
  for (const [right, tensor] of pairs) {
    expect(relativeError(tensor.values, right.values), right.name).toBeLessThan(2e-4);
  }
});
