// Makes tfjs-node for real (a download of 274 MB and a compiler run, unless the cache has it) and trains
// with it through the trainer's own loader.
import { createRequire } from 'node:module';
import {
  type Architecture,
  architectures,
  argMax,
  type LabelledImages,
  type LearnerState,
  lenetReport,
  softmax,
  type Weights,
} from '@lenet/core';
import { padImages } from '@lenet/core/images';
import { generateDigits } from '@lenet/core/synthetic';
import { createTfjsLearner } from '@lenet/core/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { provideTensorflow, setUp } from './testing/native-tensorflow.ts';

let tf: Awaited<ReturnType<typeof provideTensorflow>>;

beforeAll(async () => {
  tf = await provideTensorflow();
}, 960_000);

/** Largest absolute difference of two lists of the same length. */
function difference(actual: Float32Array, expected: Float32Array): number {
  expect(actual.length).toBe(expected.length);
  return actual.reduce((largest, value, index) => Math.max(largest, Math.abs(value - expected[index])), 0);
}

test('a second set-up finds that nothing is to be done', () => {
  const { code, stdout, stderr } = setUp();
  expect(stderr).toMatch(/^setup-native: done, it loads already: @tensorflow\/tfjs-node 4\.22\.0 .*\n$/);
  expect(stdout).toBe('');
  expect(code).toBe(0);
});

test('native TensorFlow computes', async () => {
  await tf.setBackend('tensorflow');
  const product = tf.matMul(
    tf.tensor2d([
      [1, 2],
      [3, 4],
    ]),
    tf.tensor2d([
      [5, 6],
      [7, 8],
    ]),
  );
  expect(Array.from(product.dataSync())).toEqual([19, 22, 43, 50]);
  expect(tf.getBackend()).toBe('tensorflow');
});

test('it works on the tensors of the tfjs-core that @lenet/core uses', () => {
  const own = createRequire(import.meta.url);
  const coreRequire = createRequire(own.resolve('@lenet/core/package.json'));
  const core = coreRequire('@tensorflow/tfjs-core') as typeof import('@tensorflow/tfjs-core');
  expect(core.Tensor).toBe(tf.Tensor);
  expect(core.engine()).toBe(tf.engine());
});

/** As many pixels as the network takes. */
function imagesFor({ inputShape: [height, width] }: Architecture, count: number): LabelledImages {
  return padImages(generateDigits({ count, seed: 1, split: 'training' }), height, width);
}

/** What the learner makes of the same seed and images on a backend. */
async function train(
  backend: string,
  architecture: Architecture,
  steps: number,
): Promise<{
  probabilities: Float32Array;
  weights: Weights;
  state: LearnerState;
  accuracy: number;
}> {
  await tf.setBackend(backend);
  // The cpu backend takes its time.
  const images = imagesFor(architecture, 8 * Math.max(steps, 8));
  const learner = createTfjsLearner(architecture, { seed: 1 });
  await learner.load(images);
  const probabilities = softmax(await learner.predict(images), 10);
  for (let step = 0; step < steps; step++) {
    const indices = Uint32Array.from({ length: 32 }, (_, index) => (step * 32 + index) % images.count);
    await learner.step({ indices, epoch: 1, learningRate: 1e-3 });
  }
  const predictions = argMax(await learner.predict(images), 10);
  const right = predictions.filter((digit, index) => digit === images.labels[index]).length;
  const result = { probabilities, weights: await learner.weights(), state: await learner.state() };
  await learner.dispose();
  return { ...result, accuracy: right / images.count };
}

test.each(architectures)(
  '$name gives the same probabilities, gradients and trained weights as on the cpu backend',
  async (architecture) => {
    const cpu = await train('cpu', architecture, 1);
    const native = await train('tensorflow', architecture, 1);
    expect(difference(native.probabilities, cpu.probabilities)).toBeLessThan(1e-5);
    // After one step the first moment is a tenth of the gradient.
    for (const [index, { name, values }] of cpu.state.moments.entries()) {
      expect(difference(native.state.moments[index].values, values), name).toBeLessThan(1e-5);
    }
    for (const [index, { name, values }] of cpu.weights.entries()) {
      expect(difference(native.weights[index].values, values), name).toBeLessThan(1e-4);
    }
  },
);

test('LeNet learns on it and leaves no tensor behind', async () => {
  const before = tf.memory().numTensors;
  // 80 steps over 640 images, four passes: most of them are read right.
  expect((await train('tensorflow', lenetReport, 80)).accuracy).toBeGreaterThan(0.6);
  expect(tf.memory().numTensors).toBe(before);
});
