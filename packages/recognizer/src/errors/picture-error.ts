import { LenetError } from '@lenet/core';

/** What was given to be recognized is no picture, or cannot be read here. */
export class PictureError extends LenetError {
  override readonly name = 'PictureError';
  /** What is wrong, as a clause without a full stop. */
  readonly problem: string;
  /** What to do about it, in whole sentences. */
  readonly remedy: string;

  constructor(fields: { problem: string; remedy: string; cause?: unknown }) {
    super(
      `Picture: ${fields.problem}. ${fields.remedy}`,
      fields.cause === undefined ? undefined : { cause: fields.cause },
    );
    this.problem = fields.problem;
    this.remedy = fields.remedy;
  }
}
