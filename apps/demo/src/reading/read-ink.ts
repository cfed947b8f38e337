import { type Classifier, classifyTogether, decide } from '@lenet/core';
import { type InkImage, normalizeDigit, padImage, segmentDigitsBy } from '@lenet/core/images';
import type { ModelManifest } from '@lenet/core/models';
import type { DigitAnswer } from './answer';

/** Rows and columns of a normalised digit. */
const DIGIT_SIDE = 28;

/** What decides, besides the network. */
export type Rules = Pick<ModelManifest, 'temperature' | 'thresholds' | 'digitTest'>;

type Read = Omit<DigitAnswer, 'box'>;

const everywhere = { left: 0, top: 0, right: 1, bottom: 1 };

/**
 * From a drawing to the answer: taken apart with the help of the network, normalised as it expects, classified, decided.
 *
 * @param rules the manifest of the weights
 * @returns a digit for each one drawn; a blank one where there is no ink
 */
export async function readInk(
  ink: InkImage,
  classifier: Classifier,
  rules: Rules,
): Promise<readonly DigitAnswer[]> {
  const segments = await segmentDigitsBy(ink, (candidates) =>
    // What may only be one digit is read with all its ink, down to the specks.
    readDigits(
      candidates.length === 1 ? [ink] : candidates.map((candidate) => candidate.ink),
      classifier,
      rules,
    ),
  );
  const digits = segments.map(({ box, reading }) => ({ ...reading, box: scaled(box, ink) }));
  const inked = digits.filter(({ decision }) => decision !== 'blank');
  if (inked.length > 0) return inked;
  const [whole] = await readDigits([ink], classifier, rules);
  return [{ ...whole, box: everywhere }];
}

async function readDigits(
  inks: readonly InkImage[],
  classifier: Classifier,
  { temperature, thresholds, digitTest }: Rules,
): Promise<Read[]> {
  const digits = inks.map((ink) => normalizeDigit(ink));
  const seen = digits.map((digit) => digit ?? new Uint8Array(DIGIT_SIDE * DIGIT_SIDE));
  const { logits, digitScores } = await classifyTogether(classifier, digitTest, imagesOf(seen, classifier));
  const classCount = logits.length / seen.length;
  return seen.map((pixels, index) => ({
    ...decide(logits.subarray(index * classCount, (index + 1) * classCount), {
      isBlank: digits[index] === null,
      ...(temperature !== undefined && { temperature }),
      ...(thresholds !== undefined && { answerThreshold: thresholds.answer }),
      ...(digitScores && { digitScore: digitScores[index] }),
    }),
    isLikeDigit: !(digitScores && digitScores[index] < 0),
    seen: pixels,
  }));
}

function scaled(box: DigitAnswer['box'], { width, height }: InkImage): DigitAnswer['box'] {
  return {
    left: box.left / width,
    top: box.top / height,
    right: box.right / width,
    bottom: box.bottom / height,
  };
}

/** Images as the network takes them: LeNet-5 of 1998 wants background around the digit. */
function imagesOf(digits: readonly Uint8Array[], { architecture }: Classifier) {
  const [height, width] = architecture.inputShape;
  const pixels = new Uint8Array(digits.length * height * width);
  for (const [index, digit] of digits.entries()) {
    const image = padImage({ pixels: digit, height: DIGIT_SIDE, width: DIGIT_SIDE }, height, width);
    pixels.set(image.pixels, index * height * width);
  }
  return { pixels, count: digits.length, height, width };
}
