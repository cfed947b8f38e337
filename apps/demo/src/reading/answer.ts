import type { Decision } from '@lenet/core';
import type { Backend } from './backend';

/** What the network makes of one digit of the drawing. */
export interface DigitAnswer extends Decision {
  /** Whether it looks like a digit at all; where not, it is unsure, however probable one of the ten is. */
  readonly isLikeDigit: boolean;
  /** uint8 `[28, 28]`: the picture that the network sees, 0 background, 255 full ink. */
  readonly seen: Uint8Array;
  /** Where it is, as parts of the side of the drawing; right and bottom are outside it. */
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
}

/** What the network makes of a drawing. */
export interface Answer {
  /** The digits in reading order; one, which is blank, where there is no ink. */
  readonly digits: readonly DigitAnswer[];
  readonly backend: Backend;
  /** From the drawing to the decision, inside the worker. */
  readonly milliseconds: number;
}

/** The digits as they are written, e.g. `42`; empty when blank. */
export function answerText({ digits }: Answer): string {
  return digits.map(({ digit }) => digit ?? '').join('');
}

/** Of all digits: unsure where one is. */
export function answerDecision({ digits }: Answer): Decision['decision'] {
  if (digits.some(({ decision }) => decision === 'unsure')) return 'unsure';
  return digits[0].decision;
}

/** That all digits are right: the product of their probabilities. */
export function answerProbability({ digits }: Answer): number {
  return digits.reduce((product, { probability }) => product * probability, 1);
}
