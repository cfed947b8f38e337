import { LenetError } from './lenet-error.js';

/** Bytes are not the IDX file that they should be. */
export class IdxFormatError extends LenetError {
  override readonly name = 'IdxFormatError';
  /** Name of the file, as the caller gave it. */
  readonly file: string;
  /** What was expected, for people. */
  readonly expected: string;
  /** What came, for people. */
  readonly received: string;

  constructor(fields: { file: string; expected: string; received: string; remedy: string; cause?: unknown }) {
    const { file, expected, received, remedy, cause } = fields;
    super(`IDX file "${file}": expected ${expected}, got ${received}. ${remedy}`, { cause });
    this.file = file;
    this.expected = expected;
    this.received = received;
  }
}
