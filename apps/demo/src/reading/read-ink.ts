import { type Classifier, classifyWithTest, decide } from '@lenet/core';
import { type InkImage, normalizeDigit, padImage, segmentDigits } from '@lenet/core/images';
import type { ModelManifest } from '@lenet/core/models';
import type { DigitAnswer } from './answer';

/** Rows and columns of a normalised digit. */
const DIGIT_SIDE = 28;

/** What decides, besides the network. */
export type Rules = Pick<ModelManifest, 'temperature' | 'thresholds' | 'digitTest'>;

interface Seen {
  readonly seen: Uint8Array;
  readonly isBlank: boolean;
  readonly box: DigitAnswer['box'];
}

const everywhere = { left: 0, top: 0, right: 1, bottom: 1 };

/**
 * From a drawing to the answer: taken apart, normalised as the network expects, classified, decided.
 *
 * @param rules the manifest of the weights
 * @returns a digit for each one drawn; a blank one where there is no ink
 */
export async function readInk(
  ink: InkImage,
  classifier: Classifier,
  rules: Rules,
): Promise<readonly DigitAnswer[]> {
  const digits = findDigits(ink);
  const images = imagesOf(digits, classifier);
  const { logits, digitScores } = await classifyWithTest(classifier, rules.digitTest, images);
  const classCount = logits.length / digits.length;
  return digits.map(({ seen, isBlank, box }, index) => ({
    ...decide(logits.subarray(index * classCount, (index + 1) * classCount), {
      isBlank,
      ...(rules.temperature !== undefined && { temperature: rules.temperature }),
      ...(rules.thresholds !== undefined && { answerThreshold: rules.thresholds.answer }),
      ...(digitScores && { digitScore: digitScores[index] }),
    }),
    isLikeDigit: !(digitScores && digitScores[index] < 0),
    seen,
    box,
  }));
}

function findDigits(ink: InkImage): readonly Seen[] {
  const segments = segmentDigits(ink);
  const parts =
    segments.length > 1
      ? segments.map(({ ink: own, box }) => ({ ink: own, box: scaled(box, ink) }))
      : [{ ink, box: segments[0] ? scaled(segments[0].box, ink) : everywhere }];
  const digits = parts.flatMap(({ ink: own, box }) => {
    const seen = normalizeDigit(own);
    return seen ? [{ seen, box, isBlank: false }] : [];
  });
  if (digits.length > 0) return digits;
  return [{ seen: new Uint8Array(DIGIT_SIDE * DIGIT_SIDE), box: everywhere, isBlank: true }];
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
function imagesOf(digits: readonly Seen[], { architecture }: Classifier) {
  const [height, width] = architecture.inputShape;
  const pixels = new Uint8Array(digits.length * height * width);
  for (const [index, { seen }] of digits.entries()) {
    const image = padImage({ pixels: seen, height: DIGIT_SIDE, width: DIGIT_SIDE }, height, width);
    pixels.set(image.pixels, index * height * width);
  }
  return { pixels, count: digits.length, height, width };
}
