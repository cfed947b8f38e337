import type { Classifier, ClassifierImages, Features } from './classifier.js';
import { type DigitTest, digitScore } from './digit-score.js';

/**
 * How much each image looks like a digit, for `decide`.
 *
 * @param test of the manifest of the classifier's weights
 * @returns `[images.count]`; undefined where there is no test, or the classifier tells neither features nor activations:
 *   then everything is taken for a digit
 * @throws {InvalidArgumentError} when the images are not of the size that the network takes, or the test belongs to
 *   another network
 * @example
 * import { createPlainClassifier, digitScores, initialiseWeights, lenetReport } from '@lenet/core';
 *
 * const classifier = createPlainClassifier(lenetReport, initialiseWeights(lenetReport, { seed: 1 }));
 * const test = { layer: 'dense_1', weights: new Array(84).fill(0), logitWeight: 1, bias: -5 };
 * const images = { pixels: new Uint8Array(784), count: 1, height: 28, width: 28 };
 * console.log(await digitScores(classifier, test, images)); // one number
 */
export async function digitScores(
  classifier: Classifier,
  test: DigitTest | undefined,
  images: ClassifierImages,
): Promise<number[] | undefined> {
  if (!test) return undefined;
  const features = await classifier.features?.(images);
  if (features?.layer === test.layer) return scoresOf(test, features, images.count);
  if (!classifier.activations) return undefined;
  const { pixels, count, height, width } = images;
  const size = pixels.length / count;
  const scores: number[] = [];
  for (let start = 0; start < pixels.length; start += size) {
    const image = { pixels: pixels.subarray(start, start + size), count: 1, height, width };
    scores.push(digitScore(test, await classifier.activations(image)));
  }
  return scores;
}

function scoresOf(test: DigitTest, { layer, values, logits }: Features, count: number): number[] {
  const rowOf = (array: Float32Array, image: number) =>
    array.subarray((image * array.length) / count, ((image + 1) * array.length) / count);
  return Array.from({ length: count }, (_, image) => {
    const [hidden, last] = [rowOf(values, image), rowOf(logits, image)];
    return digitScore(test, [
      { layer, shape: [hidden.length], values: hidden },
      { layer: 'logits', shape: [last.length], values: last },
    ]);
  });
}
