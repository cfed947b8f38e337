import type { Classifier, ClassifierImages, Features } from './classifier.js';
import { type DigitTest, digitScore } from './digit-score.js';

/** What the network makes of images, and whether they are digits at all: what `decide` wants of each. */
export interface TestedLogits {
  /** float32 `[count, classes]`, row-major. */
  readonly logits: Float32Array;
  /** `[count]`: how much each looks like a digit; undefined where nobody can tell, and everything counts as one. */
  readonly digitScores: readonly number[] | undefined;
}

/**
 * Classifies images, and tells how much each looks like a digit, in one pass through the network.
 *
 * @param test of the manifest of the classifier's weights; without it, or where the classifier tells no features,
 *   there are no scores
 * @throws {InvalidArgumentError} when the images are not of the size that the network takes, or the test belongs to
 *   another network
 * @example
 * import { classifyWithTest, createPlainClassifier, initialiseWeights, lenetReport } from '@lenet/core';
 *
 * const classifier = createPlainClassifier(lenetReport, initialiseWeights(lenetReport, { seed: 1 }));
 * const test = { layer: 'dense_1', weights: new Array(84).fill(0), logitWeight: 1, bias: -5 };
 * const images = { pixels: new Uint8Array(784), count: 1, height: 28, width: 28 };
 * const { logits, digitScores } = await classifyWithTest(classifier, test, images);
 * console.log(logits.length, digitScores?.length); // 10 1
 */
export async function classifyWithTest(
  classifier: Classifier,
  test: DigitTest | undefined,
  images: ClassifierImages,
): Promise<TestedLogits> {
  if (!test || !classifier.features) {
    return { logits: await classifier.classify(images), digitScores: undefined };
  }
  const features = await classifier.features(images);
  return { logits: features.logits, digitScores: scoresOf(test, features, images.count) };
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
