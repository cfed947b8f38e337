import type { Decision } from '@lenet/core';
import type { InkBox } from '@lenet/core/images';

/** What is made of one picture. */
export interface Recognition {
  /** The most probable digit; null when blank. */
  readonly digit: number | null;
  /** Of the most probable digit, `0 … 1`. */
  readonly probability: number;
  /**
   * - `digit`: this digit it is
   * - `unsure`: the most probable digit is less probable than the `answerThreshold`, or the model's test takes the
   *   picture for no digit
   * - `blank`: there is nothing to read
   */
  readonly decision: Decision['decision'];
  /** Of each digit, 0 to 9; those of a blank picture are what the network makes of an empty image. */
  readonly probabilities: readonly number[];
}

/** One of several digits in a picture. */
export interface RecognizedDigit extends Recognition {
  /** The smallest rectangle around it, in pixels of the picture; `right` and `bottom` are outside it. */
  readonly box: InkBox;
}
