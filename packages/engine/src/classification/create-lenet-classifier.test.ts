import { InvalidArgumentError, lenetReport } from '@lenet/core';
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

test('refuses the weights of another network, and calls after dispose', async () => {
  await expect(createLenetClassifier(weights.slice(1))).rejects.toThrow(InvalidArgumentError);
  const classifier = await createLenetClassifier(weights);
  await Promise.all([classifier.dispose(), classifier.dispose()]);
  await expect(classifier.classify(digits)).rejects.toThrow(
    'Classifier: it has been disposed and cannot be used any more. Make a new one.',
  );
});
