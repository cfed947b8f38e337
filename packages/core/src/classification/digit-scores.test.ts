import { expect, test } from 'vitest';
import { lenetReport } from '../architecture/lenet-report.js';
import type { Classifier } from './classifier.js';
import { digitScores } from './digit-scores.js';

const digitTest = { layer: 'dense_1', weights: [2, -1], logitWeight: 0.5, bias: 1 };
const images = { pixels: new Uint8Array(2 * 784), count: 2, height: 28, width: 28 };
const none: Classifier = {
  architecture: lenetReport,
  classify: async () => new Float32Array(4),
  dispose: async () => {},
};
const features: Classifier['features'] = async () => ({
  layer: 'dense_1',
  values: Float32Array.of(3, 1, 0, 4),
  logits: Float32Array.of(8, 2, -6, -2),
});
const activations: Classifier['activations'] = async () => [
  { layer: 'dense_1', shape: [2], values: Float32Array.of(1, 1) },
  { layer: 'dense_2', shape: [2], values: Float32Array.of(0, 4) },
];

test('features of all images at once: 2 * 3 - 1 + 8 / 2 + 1 and 0 - 4 - 2 / 2 + 1', async () => {
  expect(await digitScores({ ...none, features, activations }, digitTest, images)).toEqual([10, -4]);
});

test('activations image by image where there are no features, or those of another layer', async () => {
  expect(await digitScores({ ...none, activations }, digitTest, images)).toEqual([4, 4]);
  const other: Classifier['features'] = async () => ({ ...(await features(images)), layer: 'dense' });
  expect(await digitScores({ ...none, features: other, activations }, digitTest, images)).toEqual([4, 4]);
});

test('undefined without a test, and where the classifier tells nothing', async () => {
  expect(await digitScores({ ...none, features }, undefined, images)).toBeUndefined();
  expect(await digitScores(none, digitTest, images)).toBeUndefined();
});
