import type { Classifier, ClassifierImages } from './classifier.js';
import { classifyWithTest, type TestedLogits } from './classify-with-test.js';
import type { DigitTest } from './digit-score.js';

/** Rows down and columns to the right. */
const MOVES = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
] as const;

/**
 * As `classifyWithTest`, but the logits are the means of an image and of four copies of it, moved by a pixel to each
 * side: somewhat fewer errors, for five passes through the network. For numbers, of which every digit must be right.
 * The digit test looks at the image alone.
 *
 * @param test as for `classifyWithTest`
 * @throws {InvalidArgumentError} as `classifyWithTest` does
 */
export async function classifySteadily(
  classifier: Classifier,
  test: DigitTest | undefined,
  images: ClassifierImages,
): Promise<TestedLogits> {
  const { logits, digitScores } = await classifyWithTest(classifier, test, images);
  const sums = Float64Array.from(logits);
  for (const [down, right] of MOVES) {
    const moved = await classifier.classify({ ...images, pixels: movedPixels(images, down, right) });
    for (const [index, logit] of moved.entries()) sums[index] += logit;
  }
  return { logits: Float32Array.from(sums, (sum) => sum / (1 + MOVES.length)), digitScores };
}

/**
 * Classifies the digits of one picture. One alone is what `classifyWithTest` makes of it; of several each must be right,
 * so that the logits are the means of five: of an image, and of four copies of it, moved by a pixel to each side.
 *
 * @param test as for `classifyWithTest`
 * @param images one for each digit, or for each that may be one: see `segmentDigitsBy`
 * @throws {InvalidArgumentError} as `classifyWithTest` does
 * @example
 * import { classifyTogether, createPlainClassifier, initialiseWeights, lenetReport } from '@lenet/core';
 *
 * const classifier = createPlainClassifier(lenetReport, initialiseWeights(lenetReport, { seed: 1 }));
 * const images = { pixels: new Uint8Array(2 * 784), count: 2, height: 28, width: 28 };
 * console.log((await classifyTogether(classifier, undefined, images)).logits.length); // 20
 */
export function classifyTogether(
  classifier: Classifier,
  test: DigitTest | undefined,
  images: ClassifierImages,
): Promise<TestedLogits> {
  const classify = images.count > 1 ? classifySteadily : classifyWithTest;
  return classify(classifier, test, images);
}

/** What goes over the border is lost, and what comes in is background. */
function movedPixels({ pixels, count, height, width }: ClassifierImages, down: number, right: number) {
  const moved = new Uint8Array(pixels.length);
  for (let row = 0; row < count * height; row++) {
    const to = (row % height) + down;
    if (to < 0 || to >= height) continue;
    const start = row * width;
    const kept = pixels.subarray(start + Math.max(0, -right), start + width - Math.max(0, right));
    moved.set(kept, start + down * width + Math.max(0, right));
  }
  return moved;
}
