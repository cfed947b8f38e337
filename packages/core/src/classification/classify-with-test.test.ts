import { expect, test } from 'vitest';
import { lenetReport } from '../architecture/lenet-report.js';
import type { Classifier } from './classifier.js';
import { classifyWithTest } from './classify-with-test.js';

const digitTest = { layer: 'dense_1', weights: [2, -1], logitWeight: 0.5, bias: 1 };
const images = { pixels: new Uint8Array(2 * 784), count: 2, height: 28, width: 28 };
const silent: Classifier = {
  architecture: lenetReport,
  classify: async () => Float32Array.of(1, 2, 3, 4),
  dispose: async () => {},
};
const logits = Float32Array.of(8, 2, -6, -2);
const telling: Classifier = {
  ...silent,
  classify: () => Promise.reject(new Error('a second pass')),
  features: async () => ({ layer: 'dense_1', values: Float32Array.of(3, 1, 0, 4), logits }),
};

test('one pass gives logits and scores: 2 * 3 - 1 + 8 / 2 + 1 and 0 - 4 - 2 / 2 + 1', async () => {
  expect(await classifyWithTest(telling, digitTest, images)).toEqual({ logits, digitScores: [10, -4] });
});

test('no scores without a test, and where the classifier tells no features', async () => {
  const expected = { logits: Float32Array.of(1, 2, 3, 4), digitScores: undefined };
  expect(await classifyWithTest({ ...telling, classify: silent.classify }, undefined, images)).toEqual(
    expected,
  );
  expect(await classifyWithTest(silent, digitTest, images)).toEqual(expected);
});

test('a test of another layer than the one before the last belongs to another network', async () => {
  await expect(classifyWithTest(telling, { ...digitTest, layer: 'dense' }, images)).rejects.toThrow(
    'Digit test: expected 2 values of the layer "dense", got no such layer. It belongs to another network.',
  );
});
