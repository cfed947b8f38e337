import type { InkOptions } from '@lenet/core/images';

/** How a picture is recognized. */
export interface RecognizeOptions {
  /**
   * What the ink is on; pictures of ink (`pixels`) do not ask.
   * - `auto` (default): found out
   * - `dark-on-light`, `light-on-dark`: pen on paper, chalk on a board
   * - `transparent`: ink is where the picture is opaque
   */
  readonly polarity?: NonNullable<InkOptions['polarity']>;
  /**
   * Smallest probability at which the decision is `digit` and not `unsure`, `0 … 1`. @default what the manifest
   * of the model says, else 0: always `digit`
   */
  readonly answerThreshold?: number;
  /** Ends the call, which rejects with the reason of the signal; what others wait for goes on. */
  readonly signal?: AbortSignal;
}
