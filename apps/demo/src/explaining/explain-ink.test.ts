import { classicLenet5, createPlainClassifier, initialiseWeights, lenetReport, softmax } from '@lenet/core';
import { createClassifier } from '@lenet/engine';
import { expect, test } from 'vitest';
import { readInk } from '../reading/read-ink';
import { explainInk } from './explain-ink';

/** A vertical stroke. */
const ink = {
  pixels: Uint8Array.from({ length: 100 * 100 }, (_, pixel) =>
    Math.abs((pixel % 100) - 50) < 6 && pixel > 2000 && pixel < 8000 ? 255 : 0,
  ),
  height: 100,
  width: 100,
};

test.each([lenetReport, classicLenet5])(
  '$name: every layer is that of the plain classifier',
  async (architecture) => {
    const weights = initialiseWeights(architecture, { seed: 3 });
    const classifier = await createClassifier(architecture, weights);
    const { seen, activations, probabilities, gradient, explained, digit } = await explainInk(
      ink,
      classifier,
      {},
    );
    const [height, width] = architecture.inputShape;
    const plain = createPlainClassifier(architecture, weights);
    const expected = await plain.activations!({ pixels: seen, count: 1, height, width });
    expect(activations.map(({ layer }) => layer)).toEqual(architecture.layers.map(({ name }) => name));
    for (const [index, { values }] of activations.entries()) {
      const largest = Math.max(...values.map((value, at) => Math.abs(value - expected[index].values[at])));
      expect(largest).toBeLessThan(1e-5);
    }
    expect(probabilities[explained]).toBeCloseTo(Math.max(...softmax(expected.at(-1)!.values, 10)), 5);
    expect(digit).toBe(explained);
    expect(gradient.length).toBe(height * width);
    expect(gradient.some((value) => value !== 0)).toBe(true);
    await classifier.dispose();
  },
);

test('of an empty paper the decision is blank', async () => {
  const classifier = await createClassifier(lenetReport, initialiseWeights(lenetReport, { seed: 3 }));
  const blank = await explainInk({ pixels: new Uint8Array(100), height: 10, width: 10 }, classifier, {});
  expect(blank).toMatchObject({ decision: 'blank', digit: null });
  await classifier.dispose();
});

test.each([
  [-1, 'unsure'],
  [1, 'digit'],
] as const)(
  'at a score of %d by the digit test it is "%s", as on the drawing page',
  async (score, decision) => {
    const classifier = await createClassifier(lenetReport, initialiseWeights(lenetReport, { seed: 3 }));
    const digitTest = { layer: 'dense_1', weights: new Array(84).fill(0), logitWeight: 0, bias: score };
    const [read] = await readInk(ink, classifier, { digitTest });
    const explained = await explainInk(ink, classifier, { digitTest });
    expect(explained.decision).toBe(decision);
    expect(explained).toMatchObject({ decision: read.decision, isLikeDigit: read.isLikeDigit });
    await classifier.dispose();
  },
);
