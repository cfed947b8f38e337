import { LenetError } from '@lenet/core';

/** A place where data was looked for, and why it was not found there. */
export interface DataAttempt {
  /** A folder, a URL or the name of an environment variable. */
  readonly source: string;
  /** Part of a sentence, e.g. `not set`. */
  readonly reason: string;
}

/** The data that was asked for cannot be had. */
export class DataError extends LenetError {
  override readonly name = 'DataError';
  /** Path of the file or folder concerned; absent where there is none. */
  readonly file?: string;
  /** What was expected and what was found. */
  readonly reason: string;
  /** What to do about it. */
  readonly remedy: string;
  /** Every place that was tried, in order. */
  readonly attempts: readonly DataAttempt[];

  constructor(fields: {
    /** What the message is about, e.g. `Data file "train-images-idx3-ubyte.gz"`. */
    subject: string;
    file?: string;
    reason: string;
    remedy: string;
    attempts?: readonly DataAttempt[];
    cause?: unknown;
  }) {
    const { subject, file, reason, remedy, attempts = [], cause } = fields;
    const tried = attempts.map((attempt) => `\n  - ${attempt.source}: ${attempt.reason}`).join('');
    super(
      attempts.length === 0
        ? `${subject}: ${reason}. ${remedy}`
        : `${subject}: ${reason}. Tried:${tried}\n${remedy}`,
      {
        cause,
      },
    );
    if (file !== undefined) this.file = file;
    this.reason = reason;
    this.remedy = remedy;
    this.attempts = attempts;
  }
}
