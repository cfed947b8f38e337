import { classifyTogether, decide } from '@lenet/core';
import { padImage } from '@lenet/core/images';
import type { Recognition } from '../recognition.js';
import type { RecognizeOptions } from '../recognize-options.js';
import type { Reader } from './open-reader.js';

/** Rows and columns of a normalised digit, in pixels. */
export const DIGIT_SIZE = 28;

/**
 * @param digits of one picture, each uint8 `[28, 28]`, normalised; null where there is no ink
 * @returns one for each digit, in their order
 * @throws {InvalidArgumentError} when the threshold is out of range
 */
export async function classifyDigits(
  { classifier, manifest }: Reader,
  digits: readonly (Uint8Array | null)[],
  { answerThreshold = manifest.thresholds?.answer ?? 0 }: RecognizeOptions,
): Promise<Recognition[]> {
  const [height, width] = classifier.architecture.inputShape;
  const size = height * width;
  const images = new Uint8Array(digits.length * size);
  for (const [index, pixels] of digits.entries()) {
    if (!pixels) continue;
    const digit = padImage({ pixels, height: DIGIT_SIZE, width: DIGIT_SIZE }, height, width);
    images.set(digit.pixels, index * size);
  }
  const batch = { pixels: images, count: digits.length, height, width };
  const { temperature = 1, digitTest } = manifest;
  const { logits, digitScores } = await classifyTogether(classifier, digitTest, batch);
  const classes = logits.length / digits.length;
  return digits.map((digit, index) =>
    decide(logits.subarray(index * classes, (index + 1) * classes), {
      isBlank: digit === null,
      temperature,
      answerThreshold,
      ...(digitScores && { digitScore: digitScores[index] }),
    }),
  );
}
