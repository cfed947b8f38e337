import {
  classicLenet5,
  createPlainClassifier,
  defineArchitecture,
  initialiseWeights,
  lenetReport,
} from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { createClassifier, createLearner, EngineMemoryError } from '@lenet/engine';
import { describe, expect, test } from 'vitest';
import { madeUpImages, madeUpWeights } from '../testing/made-up-weights.js';
import { networks } from '../testing/networks.js';
import torch from '../testing/torch-lenet.json' with { type: 'json' };

const weights = madeUpWeights();
const digits = generateDigits({ seed: 3, count: 300 });

describe.each(['strict', 'relaxed'] as const)('the %s build', (build) => {
  test('gives the logits of PyTorch', async () => {
    const classifier = await createClassifier(lenetReport, weights, { build });
    const logits = await classifier.classify(madeUpImages(torch.labels));
    expect(logits).toHaveLength(torch.logits.length);
    for (const [index, logit] of torch.logits.entries()) expect(logits[index]).toBeCloseTo(logit, 6);
    await classifier.dispose();
  });

  test('gives the logits of the plain classifier, for more images than it takes at once', async () => {
    const classifier = await createClassifier(lenetReport, weights, { build });
    const logits = await classifier.classify(digits);
    const expected = await createPlainClassifier(lenetReport, weights).classify(digits);
    expect(logits).toHaveLength(3000);
    for (const [index, logit] of expected.entries()) expect(logits[index]).toBeCloseTo(logit, 5);
    await classifier.dispose();
  });
});

test('an image has the same bits alone, among others, on several threads, and from a learner', async () => {
  const classifier = await createClassifier(lenetReport, weights);
  const all = await classifier.classify(digits);
  for (const image of [0, 1, 255, 256, 299]) {
    const pixels = digits.pixels.subarray(image * 784, (image + 1) * 784);
    const alone = await classifier.classify({ pixels, count: 1, height: 28, width: 28 });
    expect(alone).toEqual(all.slice(image * 10, (image + 1) * 10));
  }
  const threaded = await createClassifier(lenetReport, [...weights].reverse(), { threads: 4 });
  expect(await threaded.classify(digits)).toEqual(all);
  const learner = await createLearner(lenetReport, { seed: 1 });
  await learner.setWeights(weights);
  expect(await learner.predict(digits)).toEqual(all);
  await Promise.all([classifier.dispose(), threaded.dispose(), learner.dispose()]);
});

test.each([lenetReport, ...networks])(
  'features are those of the plain classifier, of all images at once, with the logits of classify: $name',
  async (network) => {
    const own = initialiseWeights(network, { seed: 1 });
    const [height, width] = network.inputShape;
    const pixels = Uint8Array.from({ length: 5 * height * width }, (_, pixel) => (pixel * 37) % 256);
    const images = { pixels, count: 5, height, width };
    const classifier = await createClassifier(network, own);
    const { layer, values, logits } = await classifier.features(images);
    expect(logits).toEqual(await classifier.classify(images));
    const expected = await createPlainClassifier(network, own).features!(images);
    expect(layer).toBe(expected.layer);
    expect(values).toHaveLength(expected.values.length);
    const apart = values.map((value, index) => Math.abs(value - expected.values[index]));
    expect(Math.max(...apart)).toBeLessThan(1e-4);
    await classifier.dispose();
  },
);

test('weights are copied, and no image gives no logits', async () => {
  const own = madeUpWeights();
  const classifier = await createClassifier(lenetReport, own);
  const image = madeUpImages([0]);
  const before = await classifier.classify(image);
  for (const { values } of own) values.fill(0);
  expect(await classifier.classify(image)).toEqual(before);
  expect(await classifier.classify(madeUpImages([]))).toEqual(new Float32Array(0));
  await classifier.dispose();
});

test('many short jobs on several threads: none is left waiting', async () => {
  const classifier = await createClassifier(lenetReport, weights, { threads: 3 });
  const image = madeUpImages([0]);
  const expected = await classifier.classify(image);
  for (let count = 0; count < 20_000; count++) {
    const logits = await classifier.classify(image);
    if (logits[9] !== expected[9]) expect(logits).toEqual(expected);
  }
  await classifier.dispose();
});

test('wrong images, weights and networks are refused, and use after the end', async () => {
  const classifier = await createClassifier(lenetReport, weights);
  const wide = { pixels: new Uint8Array(32 * 32), count: 1, height: 32, width: 32 };
  await expect(classifier.classify(wide)).rejects.toThrow(
    'Network "lenet-report": expected images of 28x28x1, got 32x32x1. Normalise them first.',
  );
  await expect(classifier.classify({ ...wide, height: 28, width: 28 })).rejects.toThrow(
    'Network "lenet-report": expected 784 pixels for 1 images of 28x28, got 1024.',
  );
  await classifier.dispose();
  await expect(classifier.classify(madeUpImages([0]))).rejects.toThrow(
    'Classifier: it has been disposed and cannot be used any more. Make a new one.',
  );
  await expect(createClassifier(lenetReport, weights.slice(0, 9))).rejects.toThrow(
    'Weights: expected "dense_2/bias" of shape [10], got none. They belong to another architecture.',
  );
  const flat = defineArchitecture({ name: 'flat', layers: [{ kind: 'flatten' }] });
  await expect(createClassifier(flat, [])).rejects.toThrow(
    'Network "flat": the engine computes networks that end in a dense layer, got flatten. Take @lenet/core/tfjs for it.',
  );
});

test('disposed twice at once, it gives its memories back once', async () => {
  const image = madeUpImages([0]);
  const one = await createClassifier(lenetReport, weights, { threads: 2 });
  await one.activations(image);
  // All that was given back before is in use.
  const holding = await Promise.all([1, 2].map(() => createClassifier(lenetReport, weights)));
  await Promise.all([one.dispose(), one.dispose()]);
  const first = await createClassifier(lenetReport, weights);
  const expected = await first.classify(image);
  const zeros = weights.map((tensor) => ({ ...tensor, values: new Float32Array(tensor.values.length) }));
  const second = await createClassifier(lenetReport, zeros);
  await second.classify(image);
  expect(await first.classify(image)).toEqual(expected);
  await Promise.all([first, second, ...holding].map((classifier) => classifier.dispose()));
});

test('disposed while activations wait for memory, it refuses them, and can be disposed again', async () => {
  for (const network of [lenetReport, classicLenet5]) {
    const classifier = await createClassifier(network, initialiseWeights(network, { seed: 1 }));
    const [height, width] = network.inputShape;
    const image = { pixels: new Uint8Array(height * width), count: 1, height, width };
    const asked = classifier.activations(image);
    const disposing = classifier.dispose();
    const late = classifier.activations(image);
    await expect(late).rejects.toThrow('Classifier: it has been disposed and cannot be used any more.');
    await asked.catch(() => {});
    await disposing;
    await classifier.dispose();
  }
});

test('activations that get no memory fail alone: the classifier goes on, and they work another time', async () => {
  const classifier = await createClassifier(lenetReport, weights);
  const image = madeUpImages([0]);
  // All that was given back is in use, and there is no more.
  const holding = await Promise.all([1, 2].map(() => createClassifier(lenetReport, weights)));
  const { Memory } = WebAssembly;
  WebAssembly.Memory = class {
    constructor() {
      throw new RangeError('Out of memory');
    }
  } as unknown as typeof Memory;
  try {
    await expect(classifier.activations(image)).rejects.toThrow(EngineMemoryError);
  } finally {
    WebAssembly.Memory = Memory;
  }
  expect(await classifier.classify(image)).toHaveLength(10);
  expect(await classifier.activations(image)).toHaveLength(lenetReport.layers.length);
  await Promise.all([classifier, ...holding].map((each) => each.dispose()));
});
