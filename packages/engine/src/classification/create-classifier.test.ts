import { createPlainClassifier, defineArchitecture, lenetReport } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { createClassifier, createLearner } from '@lenet/engine';
import { describe, expect, test } from 'vitest';
import { madeUpImages, madeUpWeights } from '../testing/made-up-weights.js';
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
