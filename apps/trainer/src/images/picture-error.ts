import { LenetError } from '@lenet/core';
import { shownName } from './shown-name.js';

/** A file has no picture that can be read. */
export class PictureError extends LenetError {
  override readonly name = 'PictureError';
  /** As named on the command line, `-` for standard input. */
  readonly file: string;

  constructor(fields: { file: string; problem: string; remedy: string; cause?: unknown }) {
    super(`"${shownName(fields.file)}": ${fields.problem}. ${fields.remedy}`, { cause: fields.cause });
    this.file = fields.file;
  }
}
