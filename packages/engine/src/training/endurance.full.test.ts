import { createPlainClassifier, lenetReport } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { createClassifier, createLearner } from '@lenet/engine';
import { expect, test } from 'vitest';
import { madeUpImages, madeUpWeights } from '../testing/made-up-weights.js';

const megabyte = 2 ** 20;

/** Memory of the process, in megabytes, when all that can be freed has been. */
async function settledMegabytes(): Promise<number> {
  for (let round = 0; round < 5; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return process.memoryUsage.rss() / megabyte;
}

test('200 epochs with augmentation take no more memory than ten', async () => {
  const images = generateDigits({ seed: 1, count: 3000 });
  const learner = await createLearner(lenetReport, { seed: 1, threads: 2 });
  await learner.load(images);
  const order = Uint32Array.from({ length: images.count }, (_, index) => index);
  const augmentation = { rotationDegrees: 10, scale: 0.1, shiftPixels: 2, shear: 0.1, warpPixels: 1.2 };
  let behindTen = 0;
  for (let epoch = 1; epoch <= 200; epoch++) {
    for (let first = 0; first < images.count; first += 64) {
      const indices = order.subarray(first, first + 64);
      await learner.step({ indices, learningRate: 1e-4, epoch, augmentation });
    }
    if (epoch % 50 === 0) await learner.predict(images);
    if (epoch === 10) behindTen = await settledMegabytes();
  }
  expect((await settledMegabytes()) - behindTen).toBeLessThan(30);
  await learner.dispose();
});

test('1,000 learners and 1,000 classifiers, made and disposed, leave nothing', async () => {
  const weights = madeUpWeights();
  const images = madeUpImages([3, 1, 4, 1, 5, 9, 2, 6, 5, 3]);
  const expected = await createPlainClassifier(lenetReport, weights).classify(images);
  const use = async (threads: number) => {
    const learner = await createLearner(lenetReport, { seed: 1, threads });
    await learner.load(images);
    await learner.step({ indices: Uint32Array.of(0, 5), learningRate: 1e-3, epoch: 1 });
    await learner.dispose();
    const classifier = await createClassifier(lenetReport, weights, { threads });
    const logits = await classifier.classify(images);
    expect(logits[7]).toBeCloseTo(expected[7], 5);
    await classifier.dispose();
  };
  for (let count = 0; count < 50; count++) await use((count % 2) + 1);
  const behindFifty = await settledMegabytes();
  for (let count = 0; count < 950; count++) await use(count % 20 === 0 ? 3 : 1);
  expect((await settledMegabytes()) - behindFifty).toBeLessThan(100);
});

test('20 learners of 20 MB each, one after the other, take the memory of a few, without a call for collection', async () => {
  const images = generateDigits({ seed: 1, count: 10 });
  const pixels = new Uint8Array(25_600 * 784);
  const many = { ...images, pixels, labels: new Uint8Array(25_600), count: 25_600 };
  const before = process.memoryUsage.rss() / megabyte;
  for (let seed = 0; seed < 20; seed++) {
    const learner = await createLearner(lenetReport, { seed, threads: 2 });
    await learner.load(many);
    await learner.step({ indices: Uint32Array.of(1), learningRate: 1e-3, epoch: 1 });
    await learner.dispose();
  }
  expect(process.memoryUsage.rss() / megabyte - before).toBeLessThan(100);
});

test('the memory of a learner that was disposed goes back to the system with the next collection', async () => {
  const images = generateDigits({ seed: 1, count: 10 });
  const pixels = new Uint8Array(128_000 * 784);
  const many = { ...images, pixels, labels: new Uint8Array(128_000), count: 128_000 };
  const learner = await createLearner(lenetReport, { seed: 1, threads: 2 });
  await learner.load(many);
  const withImages = await settledMegabytes();
  await learner.dispose();
  expect(withImages - (await settledMegabytes())).toBeGreaterThan(80);
});

test('100 learners side by side work, each with its own weights', async () => {
  const images = madeUpImages([3, 1, 4, 1, 5, 9, 2, 6, 5, 3]);
  const learners = await Promise.all(
    Array.from({ length: 100 }, (_, seed) => createLearner(lenetReport, { seed: seed % 2, threads: 1 })),
  );
  const losses = await Promise.all(
    learners.map(async (learner) => {
      await learner.load(images);
      return (await learner.step({ indices: Uint32Array.of(0, 1), learningRate: 0, epoch: 1 })).loss;
    }),
  );
  expect(new Set(losses).size).toBe(2);
  await Promise.all(learners.map((learner) => learner.dispose()));
});
