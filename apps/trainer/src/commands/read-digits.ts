// Pictures of 28x28 -> decisions, and a picture with several digits -> each of them.
import { type Classifier, classifyTogether, classifyWithTest, type Decision, decide } from '@lenet/core';
import { type InkBox, normalizeDigit, segmentDigitsBy } from '@lenet/core/images';
import type { ModelManifest } from '@lenet/core/models';
import { type DigitPicture, SIDE } from '../images/digit-picture.js';
import type { InkPicture } from '../images/read-pictures.js';

/** What the network says, and how to take it. */
export type DigitReader = Pick<ModelManifest, 'temperature' | 'thresholds' | 'digitTest'> & {
  readonly classifier: Classifier;
};

/** What is made of one digit. */
export interface Answer {
  readonly picture: DigitPicture;
  readonly decision: Decision;
}

/**
 * @param classify how: `classifyTogether` where they are of one picture
 * @returns one for each picture, in their order
 */
export async function readDigits(
  pictures: readonly Pick<DigitPicture, 'pixels'>[],
  { classifier, temperature, thresholds, digitTest }: DigitReader,
  classify = classifyWithTest,
): Promise<Decision[]> {
  if (pictures.length === 0) return [];
  const pixels = new Uint8Array(pictures.length * SIDE * SIDE);
  for (const [index, picture] of pictures.entries()) pixels.set(picture.pixels, index * SIDE * SIDE);
  const images = { pixels, count: pictures.length, height: SIDE, width: SIDE };
  const { logits, digitScores } = await classify(classifier, digitTest, images);
  const classCount = logits.length / pictures.length;
  return pictures.map((picture, index) =>
    decide(logits.subarray(index * classCount, (index + 1) * classCount), {
      isBlank: picture.pixels.every((value) => value === 0),
      ...(temperature !== undefined && { temperature }),
      ...(thresholds && { answerThreshold: thresholds.answer }),
      ...(digitScores && { digitScore: digitScores[index] }),
    }),
  );
}

/** @returns the digits of a picture in reading order; one that is blank where there are none */
export async function readSeveral({ file, ink, scale }: InkPicture, reader: DigitReader): Promise<Answer[]> {
  const segments = await segmentDigitsBy(ink, async (candidates) => {
    const digits = candidates.map((candidate) => ({
      pixels: normalizeDigit(candidate.ink) ?? new Uint8Array(SIDE * SIDE),
    }));
    const decisions = await readDigits(digits, reader, classifyTogether);
    return decisions.map((decision, index) => ({ ...decision, pixels: digits[index].pixels }));
  });
  if (segments.length === 0) {
    const picture = { file, index: 0, pixels: new Uint8Array(SIDE * SIDE) };
    return [{ picture, decision: (await readDigits([picture], reader))[0] }];
  }
  return segments.map(({ box, reading: { pixels, ...decision } }, index) => ({
    picture: { file, index, box: scaled(box, scale), pixels },
    decision,
  }));
}

const scaled = ({ left, top, right, bottom }: InkBox, scale: number): InkBox => ({
  left: Math.round(left * scale),
  top: Math.round(top * scale),
  right: Math.round(right * scale),
  bottom: Math.round(bottom * scale),
});
