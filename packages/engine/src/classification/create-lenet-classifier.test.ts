import { InvalidArgumentError, lenetReport } from '@lenet/core';
import { dequantizeInt8, quantizeInt8 } from '@lenet/core/models';
import { generateDigits } from '@lenet/core/synthetic';
import { createClassifier } from '@lenet/engine';
import { createLenetClassifier } from '@lenet/engine/lenet';
import { expect, test } from 'vitest';
import { madeUpWeights } from '../testing/made-up-weights.js';

const weights = madeUpWeights();
const digits = generateDigits({ seed: 3, count: 300 });

test('gives the logits of createClassifier, bit for bit', async () => {
  const expected = await createClassifier(lenetReport, weights);
  const classifier = await createLenetClassifier(weights);
  expect(await classifier.classify(digits)).toEqual(await expected.classify(digits));
  await Promise.all([expected.dispose(), classifier.dispose()]);
});

test('features are the values of the layer before the last, and the logits those of classify', async () => {
  const expected = await createClassifier(lenetReport, weights);
  const classifier = await createLenetClassifier(weights);
  const features = await classifier.features!(digits);
  expect(features).toEqual(await expected.features!(digits));
  expect(features.layer).toBe('dense_1');
  expect(features.logits).toEqual(await classifier.classify(digits));
  // The generic module keeps all layers; image 299 lies in the second chunk.
  for (const index of [0, 299]) {
    const pixels = digits.pixels.subarray(index * 784, (index + 1) * 784);
    const layers = await expected.activations({ pixels, count: 1, height: 28, width: 28 });
    const values = layers.find(({ layer }) => layer === 'dense_1')!.values;
    for (const [unit, value] of values.entries()) {
      expect(features.values[index * 84 + unit]).toBeCloseTo(value, 4);
    }
  }
  await Promise.all([expected.dispose(), classifier.dispose()]);
});

test('weights in 8 bits give the logits of what they are in 32, bit for bit', async () => {
  const quantized = weights.map(({ name, shape, values }) =>
    shape.length === 1 ? { name, shape, values } : { name, shape, ...quantizeInt8(values, shape.at(-1)!) },
  );
  const widened = quantized.map((tensor) => {
    const { name, shape } = tensor;
    return 'scales' in tensor ? { name, shape, values: dequantizeInt8(tensor) } : tensor;
  });
  const [narrow, wide] = await Promise.all([
    createLenetClassifier(quantized),
    createLenetClassifier(widened),
  ]);
  expect(await narrow.classify(digits)).toEqual(await wide.classify(digits));
  await Promise.all([narrow.dispose(), wide.dispose()]);
});

test('refuses the weights of another network, and calls after dispose', async () => {
  await expect(createLenetClassifier(weights.slice(1))).rejects.toThrow(InvalidArgumentError);
  const classifier = await createLenetClassifier(weights);
  await Promise.all([classifier.dispose(), classifier.dispose()]);
  await expect(classifier.classify(digits)).rejects.toThrow(
    'Classifier: it has been disposed and cannot be used any more. Make a new one.',
  );
});
