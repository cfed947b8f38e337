import { classifyWithTest, createPlainClassifier, initialiseWeights, lenetReport } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { expect, test } from 'vitest';
import { openClassifier } from '../models/open-classifier.js';
import { fitDigitTest } from './fit-digit-test.js';

const none = { pixels: new Uint8Array(0), count: 0, height: 28, width: 28 };

test('refuses 15 of a thousand of the digits that set its threshold', async () => {
  const weights = initialiseWeights(lenetReport, { seed: 1 });
  const classifier = await openClassifier({ architecture: lenetReport, weights });
  const digits = generateDigits({ count: 300, seed: 5 });
  const digitTest = await fitDigitTest(classifier, digits, none);
  expect(digitTest).toMatchObject({ layer: 'dense_1' });
  expect(digitTest!.weights).toHaveLength(84);
  const { digitScores } = await classifyWithTest(classifier, digitTest, digits);
  const refused = digitScores!.filter((score) => score < 0).length;
  expect(refused).toBeGreaterThanOrEqual(3);
  expect(refused).toBeLessThanOrEqual(6);
  await classifier.dispose();
}, 240_000);

test('there is none for a network that tells no features', async () => {
  const { features: _, ...silent } = createPlainClassifier(
    lenetReport,
    initialiseWeights(lenetReport, { seed: 1 }),
  );
  expect(await fitDigitTest(silent, none, none)).toBeUndefined();
});
