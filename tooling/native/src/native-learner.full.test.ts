// The trainer's learner on native TensorFlow, beside that of @lenet/core/tfjs on the cpu backend.
import {
  type Architecture,
  architectures,
  argMax,
  defineArchitecture,
  type LabelledImages,
  type Learner,
  type LearnerOptions,
  lenetReport,
  type OptimizerOptions,
  type StepRequest,
} from '@lenet/core';
import { padImages } from '@lenet/core/images';
import { createTfjsLearner } from '@lenet/core/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { provideTensorflow, trainersLearner } from './testing/native-tensorflow.ts';
import { imagesFor, kinked, smooth } from './testing/networks.ts';

let tf: Awaited<ReturnType<typeof provideTensorflow>>;

beforeAll(async () => {
  tf = await provideTensorflow();
}, 960_000);

const range = (length: number, start = 0) => Uint32Array.from({ length }, (_, index) => start + index);

async function native(
  architecture: Architecture,
  images: LabelledImages,
  options: Partial<LearnerOptions> = {},
): Promise<Learner> {
  const learner = await trainersLearner(architecture, { seed: 1, ...options });
  await learner.load(images);
  return learner;
}

async function onCpu(
  architecture: Architecture,
  images: LabelledImages,
  options: Partial<LearnerOptions> = {},
): Promise<Learner> {
  await tf.setBackend('cpu');
  const learner = createTfjsLearner(architecture, { seed: 1, ...options });
  await learner.load(images);
  return learner;
}

/** What a learner gives, and what it is after some steps. */
async function measure(learner: Learner, images: LabelledImages, requests: readonly StepRequest[]) {
  const logits = await learner.predict(images);
  const results = [];
  for (const request of requests) results.push(await learner.step(request));
  const [weights, state] = [await learner.weights(), await learner.state()];
  await learner.dispose();
  return { logits, results, weights, state };
}

type Measured = Awaited<ReturnType<typeof measure>>;

function expectSame(
  actual: Measured,
  expected: Measured,
  tolerance: { moments: number; weights: number },
): void {
  expect(largestDifference(actual.logits, expected.logits)).toBeLessThan(1e-5);
  for (const [step, { loss, correct }] of expected.results.entries()) {
    expect(actual.results[step].loss).toBeCloseTo(loss, 4);
    expect(actual.results[step].correct).toBe(correct);
  }
  expect(actual.state.stepCount).toBe(expected.state.stepCount);
  for (const [part, limit] of [
    ['moments', tolerance.moments],
    ['weights', tolerance.weights],
  ] as const) {
    const of = (measured: Measured) => (part === 'moments' ? measured.state.moments : measured.weights);
    expect(of(actual).map(({ name, shape }) => ({ name, shape }))).toEqual(
      of(expected).map(({ name, shape }) => ({ name, shape })),
    );
    for (const [index, { name, values }] of of(expected).entries()) {
      expect(largestDifference(of(actual)[index].values, values), name).toBeLessThan(limit);
    }
  }
}

function largestDifference(actual: Float32Array, expected: Float32Array): number {
  expect(actual.length).toBe(expected.length);
  return actual.reduce((largest, value, index) => Math.max(largest, Math.abs(value - expected[index])), 0);
}

test.each([...architectures, smooth, kinked])(
  '$name gives the logits, gradients and weights of the cpu backend, dropout with its masks',
  async (architecture) => {
    const images = imagesFor(architecture, 16);
    // After one step the first moment is a tenth of the gradient.
    const requests = [{ indices: range(12, 3), epoch: 2, learningRate: 1e-3 }];
    const expected = await measure(await onCpu(architecture, images), images, requests);
    const actual = await measure(await native(architecture, images), images, requests);
    expectSame(actual, expected, { moments: 1e-5, weights: 1e-4 });
  },
);

const optimizers: OptimizerOptions[] = [
  { kind: 'adam', epsilonPlacement: 'pytorch', epsilon: 0.01, weightDecay: 0.1, gradientClipNorm: 0.5 },
  { kind: 'adam', beta1: 0.5, beta2: 0.75, epsilon: 0.01, gradientClipNorm: 1000 },
  { kind: 'momentum' },
  { kind: 'momentum', momentum: 0.5, weightDecay: 0.1, gradientClipNorm: 0.05 },
];

test.each(optimizers)(
  'three steps with changed images are those of the cpu backend: %j',
  async (optimizer) => {
    const images = imagesFor(smooth, 10);
    const augmentation = { rotationDegrees: 20, shiftPixels: 2 };
    const requests = [1, 2, 3].map((epoch) => ({
      indices: range(10),
      epoch,
      learningRate: 0.02,
      augmentation,
    }));
    const expected = await measure(await onCpu(smooth, images, { optimizer }), images, requests);
    const actual = await measure(await native(smooth, images, { optimizer }), images, requests);
    expectSame(actual, expected, { moments: 1e-5, weights: 1e-5 });
  },
);

describe('the same bits', () => {
  const step = (number: number) => ({ indices: range(20, (number % 5) * 20), epoch: 1, learningRate: 1e-3 });
  async function trainSteps(learner: Learner, from: number, to: number): Promise<void> {
    for (let number = from; number < to; number++) await learner.step(step(number));
  }

  test.each([lenetReport, smooth])('with the same seed, others with another: $name', async (architecture) => {
    const images = imagesFor(architecture, 100);
    const weightsOf = async (seed: number) => {
      const learner = await native(architecture, images, { seed });
      await trainSteps(learner, 0, 20);
      const weights = await learner.weights();
      await learner.dispose();
      return weights;
    };
    const first = await weightsOf(1);
    expect(await weightsOf(1)).toEqual(first);
    expect(await weightsOf(2)).not.toEqual(first);
  });

  test.each(optimizers)('when weights and state go on in another learner: %j', async (optimizer) => {
    const images = imagesFor(smooth, 100);
    const whole = await native(smooth, images, { optimizer });
    await trainSteps(whole, 0, 4);
    const [weights, state] = [await whole.weights(), await whole.state()];
    const copies = structuredClone([weights, state]);
    await trainSteps(whole, 4, 9);
    // What was taken out is not shared with the learner.
    expect([weights, state]).toEqual(copies);

    const resumed = await native(smooth, images, { optimizer });
    await trainSteps(resumed, 0, 2);
    await resumed.setWeights([...weights].reverse());
    await resumed.setState({ ...state, moments: [...state.moments].reverse() });
    await trainSteps(resumed, 4, 9);
    // Nor is what was put in.
    expect([weights, state]).toEqual(copies);
    expect(await resumed.weights()).toEqual(await whole.weights());
    expect(await resumed.state()).toEqual(await whole.state());
    await whole.dispose();
    await resumed.dispose();
  });

  test('when steps are asked for at once, and before another set is loaded', async () => {
    const images = imagesFor(smooth, 100);
    const waited = await native(smooth, images);
    const expected = [await waited.step(step(0)), await waited.step(step(1)), await waited.weights()];
    const queued = await native(smooth, images);
    const received = [queued.step(step(0)), queued.step(step(1)), queued.weights()];
    await queued.load(imagesFor(smooth, 3));
    expect(await Promise.all<unknown>(received)).toEqual(expected);
    await waited.dispose();
    await queued.dispose();
  });
});

test('a thousand steps of a hundred learners, of weights in memory of every kind, do not disturb each other', async () => {
  const images = imagesFor(smooth, 9);
  const losses = new Set<number>();
  for (let round = 0; round < 100; round++) {
    const learner = await native(smooth, images);
    // Each array elsewhere in memory.
    const weights = (await learner.weights()).map((tensor) => ({ ...tensor, values: tensor.values.slice() }));
    await learner.setWeights(weights);
    await learner.setState(structuredClone(await learner.state()));
    for (let step = 0; step < 9; step++)
      await learner.step({ indices: range(9), epoch: 1, learningRate: 0.01 });
    losses.add((await learner.step({ indices: range(9), epoch: 1, learningRate: 0.01 })).loss);
    await learner.dispose();
  }
  expect(losses.size).toBe(1);
});

test('it learns, and leaves no tensor and no graph behind', async () => {
  const images = imagesFor(lenetReport, 640);
  // Makes the backend the current one.
  await (await native(lenetReport, images)).dispose();
  const backend = tf.backend() as unknown as {
    getNumOfTFTensors(): number;
    getNumOfSavedModels(): number;
  };
  const count = () => [backend.getNumOfTFTensors(), backend.getNumOfSavedModels(), tf.memory().numTensors];
  const atFirst = count();
  const learner = await native(lenetReport, images);
  const before = count();
  // 80 steps over 640 images, four passes: most of them are read right.
  for (let step = 0; step < 80; step++) {
    await learner.step({ indices: range(32, (step % 20) * 32), epoch: 1, learningRate: 1e-3 });
  }
  const predictions = argMax(await learner.predict(images), 10);
  const right = predictions.filter((digit, index) => digit === images.labels[index]).length;
  expect(right / images.count).toBeGreaterThan(0.6);
  await learner.setWeights(await learner.weights());
  await learner.setState(await learner.state());
  expect(count()).toEqual(before);
  await learner.dispose();
  expect(count()).toEqual(atFirst);
  await learner.dispose();
});

describe('errors', () => {
  const step = { indices: range(3), epoch: 1, learningRate: 1e-3 };

  test.each([
    [Number.NaN, 'NaN'],
    [Infinity, 'NaN'],
    [3e38, 'Infinity'],
  ])('a loss that is not finite stops before anything is touched: a bias of %d', async (bias, loss) => {
    const images = imagesFor(lenetReport, 3);
    const learner = await native(lenetReport, images, { optimizer: { kind: 'adam', weightDecay: 0.1 } });
    const broken = (await learner.weights()).map((tensor) =>
      tensor.name === 'dense_2/bias'
        ? { ...tensor, values: tensor.values.map((_, digit) => (digit === 9 ? bias : -bias)) }
        : tensor,
    );
    await learner.setWeights(broken);
    await expect(learner.step(step)).rejects.toThrow(
      `Training step 0: expected a finite loss, got ${loss}. The training has diverged; use a smaller learning rate.`,
    );
    expect(await learner.weights()).toEqual(broken);
    const { stepCount, moments } = await learner.state();
    expect(stepCount).toBe(0);
    expect(moments.every(({ values }) => values.every((value) => value === 0))).toBe(true);
    await learner.dispose();
  });

  test('what is asked for wrongly is refused as everywhere', async () => {
    const learner = await trainersLearner(lenetReport, { seed: 1 });
    await expect(learner.step(step)).rejects.toThrow(
      'Learner: no images to train on. Call load with images before the first step.',
    );
    await learner.load(imagesFor(lenetReport, 3));
    await expect(learner.step({ ...step, indices: range(4) })).rejects.toThrow(
      'Argument "indices": expected a whole number from 0 to 2, got 3.',
    );
    await expect(learner.predict(padImages(imagesFor(lenetReport, 1), 32, 32))).rejects.toThrow(
      'Network "lenet-report": expected images of 28x28x1, got 32x32x1. Normalise them first.',
    );
    const other = await trainersLearner(smooth, { seed: 1, optimizer: { kind: 'momentum' } });
    await expect(learner.setWeights(await other.weights())).rejects.toThrow(
      'Weights: expected "conv2d/kernel" of shape [5, 5, 1, 6], got [3, 3, 1, 2]. They belong to another architecture.',
    );
    await expect(learner.setState(await other.state())).rejects.toThrow(
      'Weights: expected "conv2d/kernel/first-moment" of shape [5, 5, 1, 6], got none. They belong to another architecture or optimizer.',
    );
    await learner.dispose();
    await other.dispose();
    const flat = defineArchitecture({ name: 'flat', layers: [{ kind: 'flatten' }] });
    await expect(trainersLearner(flat, { seed: 1 })).rejects.toThrow(
      'Network "flat": expected a layer with weights to train, got none. Give it a conv2d or dense layer.',
    );
  });
});
