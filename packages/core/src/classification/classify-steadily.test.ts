import { expect, test } from 'vitest';
import { lenetReport } from '../architecture/lenet-report.js';
import type { Classifier, ClassifierImages } from './classifier.js';
import { classifySteadily, classifyTogether } from './classify-steadily.js';

test('the logits are means of five: where it is, and moved by a pixel to each side', async () => {
  const seen: string[] = [];
  const classifier: Classifier = {
    architecture: lenetReport,
    async classify({ pixels, count }: ClassifierImages) {
      seen.push([...pixels].join(''));
      // The first pixel of each image.
      return Float32Array.from({ length: count }, (_, image) => pixels[image * 6]);
    },
    dispose: async () => {},
  };
  // Two images of two rows and three columns; nothing of one may get into the other.
  const pixels = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3);
  const { logits, digitScores } = await classifySteadily(classifier, undefined, {
    pixels,
    count: 2,
    height: 2,
    width: 3,
  });
  expect(seen).toEqual([
    '123456' + '789123',
    '012045' + '078012',
    '230560' + '890230',
    '000123' + '000789',
    '456000' + '123000',
  ]);
  expect([...logits]).toEqual([(1 + 0 + 2 + 0 + 4) / 5, (7 + 0 + 8 + 0 + 1) / 5].map(Math.fround));
  expect(digitScores).toBeUndefined();
  expect([...pixels.subarray(0, 3)]).toEqual([1, 2, 3]);
});

test('the digit test looks at the images as they are', async () => {
  const classifier: Classifier = {
    architecture: lenetReport,
    classify: async () => Float32Array.of(0, 0),
    features: async () => ({ layer: 'dense_1', values: Float32Array.of(3), logits: Float32Array.of(10, 0) }),
    dispose: async () => {},
  };
  const digitTest = { layer: 'dense_1', weights: [2], logitWeight: 0, bias: 1 };
  const images = { pixels: new Uint8Array(784), count: 1, height: 28, width: 28 };
  expect(await classifySteadily(classifier, digitTest, images)).toEqual({
    logits: Float32Array.of(2, 0),
    digitScores: [7],
  });
});

test.each([
  [1, 1],
  [2, 5],
  [3, 5],
])('%d of one picture are classified in %d passes', async (count, passes) => {
  let asked = 0;
  const classifier: Classifier = {
    architecture: lenetReport,
    async classify() {
      asked++;
      return new Float32Array(10 * count);
    },
    dispose: async () => {},
  };
  const images = { pixels: new Uint8Array(784 * count), count, height: 28, width: 28 };
  await classifyTogether(classifier, undefined, images);
  expect(asked).toBe(passes);
});
