import type { Decision } from '@lenet/core';

/** What the network makes of a drawing. */
export interface Answer extends Decision {
  /** uint8 `[28, 28]`: the picture that the network sees, 0 background, 255 full ink. */
  readonly seen: Uint8Array;
  /** From the drawing to the decision, inside the worker. */
  readonly milliseconds: number;
}
