// On the published weights: ten digits that they misread are learned, and the rest stays.
import { readFile } from 'node:fs/promises';
import { argMax, createPlainClassifier } from '@lenet/core';
import { loadModelFolder } from '@lenet/core/models';
import { generateDigits } from '@lenet/core/synthetic';
import { createClassifier } from '@lenet/engine';
import { beforeAll, expect, test } from 'vitest';
import type { Sample } from '../keeping/database';
import { learnHandwriting, mixWeights } from './learn-handwriting';

const folder = new URL('.', import.meta.resolve('@lenet/model-artifacts/lenet-report/manifest.json'));
const { architecture, weights } = await loadModelFolder((name) => readFile(new URL(name, folder)));
const mixed = generateDigits({ count: 1000, seed: 9 });
const others = generateDigits({ count: 500, seed: 5, split: 'test' });
let misread: Sample[];

beforeAll(async () => {
  const classifier = await createClassifier(architecture, weights);
  const pool = generateDigits({ count: 1500, seed: 77, split: 'test' });
  const answers = argMax(await classifier.classify(pool), 10);
  misread = [...answers.keys()]
    .filter((index) => answers[index] !== pool.labels[index])
    .slice(0, 10)
    .map((index) => ({
      pixels: pool.pixels.slice(index * 784, (index + 1) * 784),
      label: pool.labels[index],
      answer: answers[index],
    }));
  await classifier.dispose();
});

test('ten misread samples are read, and the others lose at most half a point', async () => {
  expect(misread.length).toBe(10);
  const learned = await learnHandwriting({ architecture, weights }, misread, mixed, others);
  expect(learned.samples).toEqual({ count: 10, before: 0, after: 1 });
  expect([...learned.answers]).toEqual(misread.map(({ label }) => label));
  expect(learned.heldBack).toMatchObject({ count: 2, before: 0 });
  expect(learned.others.before - learned.others.after).toBeLessThanOrEqual(0.005);
  const plain = createPlainClassifier(architecture, learned.weights);
  const { pixels, label } = misread[0];
  expect(argMax(await plain.classify({ pixels, count: 1, height: 28, width: 28 }), 10)[0]).toBe(label);
}, 60_000);

test('of fewer than five samples none is held back', async () => {
  const { heldBack, samples } = await learnHandwriting(
    { architecture, weights },
    misread.slice(0, 1),
    mixed,
    others,
  );
  expect(heldBack).toBeUndefined();
  expect(samples).toEqual({ count: 1, before: 0, after: 1 });
}, 60_000);

test('weights are mixed one by one', () => {
  const tensor = (...values: number[]) => ({
    name: 'a/bias',
    shape: [2],
    values: Float32Array.of(...values),
  });
  expect([...mixWeights([tensor(0, 2)], [tensor(4, 2)], 0.25)[0].values]).toEqual([1, 2]);
});
