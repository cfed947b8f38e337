import type { Picture } from './picture/picture.js';
import { lazily } from './reading/lazily.js';
import { openBundledReader } from './reading/open-bundled-reader.js';
import { recognizeAllWith, recognizeWith } from './reading/recognize-with.js';
import type { Recognition, RecognizedDigit } from './recognition.js';
import type { RecognizeOptions } from './recognize-options.js';

/** Of all calls of the program. */
const openShared = /* @__PURE__ */ lazily(openBundledReader);

/**
 * Recognizes the one digit of a picture. The first call loads the network; all later ones share it.
 *
 * @param picture of any size; its pixels are read before the call returns, but for a Blob, which is decoded first
 * @param options.polarity what the ink is on. @default 'auto'
 * @param options.answerThreshold smallest probability at which the decision is `digit` and not `unsure`,
 *   `0 … 1`. @default that of the weights
 * @param options.signal ends the call
 * @throws {PictureError} when the picture is none, or cannot be read here
 * @throws {InvalidArgumentError} when an option is out of range
 * @throws the reason of the signal, when it is aborted
 * @example
 * import { generateDigits } from '@lenet/core/synthetic';
 * import { recognize } from '@lenet/recognizer';
 *
 * const { pixels, width, height } = generateDigits({ count: 1, seed: 7 }); // or an ImageData, a canvas, a Blob
 * const { digit, probability, decision } = await recognize({ pixels, width, height });
 * console.log(decision, digit, probability);
 */
export async function recognize(picture: Picture, options: RecognizeOptions = {}): Promise<Recognition> {
  return recognizeWith(openShared, picture, options);
}

/**
 * Recognizes every digit of a picture, in reading order: line by line from the top, each from the left. Digits that
 * touch count as one.
 *
 * @param picture of any size; its pixels are read before the call returns, but for a Blob, which is decoded first
 * @param options as of `recognize`
 * @returns none where there is no ink
 * @throws {PictureError} when the picture is none, or cannot be read here
 * @throws {InvalidArgumentError} when an option is out of range
 * @throws the reason of the signal, when it is aborted
 * @example
 * import { generateDigits } from '@lenet/core/synthetic';
 * import { recognizeAll } from '@lenet/recognizer';
 *
 * const { pixels, width } = generateDigits({ count: 3, seed: 7 }); // one below the other
 * for (const { digit, box } of await recognizeAll({ pixels, width, height: 3 * 28 })) {
 *   console.log(digit, box.left, box.top);
 * }
 */
export async function recognizeAll(
  picture: Picture,
  options: RecognizeOptions = {},
): Promise<RecognizedDigit[]> {
  return recognizeAllWith(openShared, picture, options);
}
