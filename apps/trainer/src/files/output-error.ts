import { LenetError } from '@lenet/core';

/** What the user asked for cannot be written where it should. */
export class OutputError extends LenetError {
  override readonly name = 'OutputError';
  readonly path: string;

  constructor(fields: { path: string; message: string; cause?: unknown }) {
    super(fields.message, { cause: fields.cause });
    this.path = fields.path;
  }
}
