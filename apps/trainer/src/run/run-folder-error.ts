import { LenetError } from '@lenet/core';

/** A run folder cannot be made, written or read. */
export class RunFolderError extends LenetError {
  override readonly name = 'RunFolderError';
  readonly path: string;

  constructor(fields: { path: string; message: string; cause?: unknown }) {
    super(fields.message, { cause: fields.cause });
    this.path = fields.path;
  }
}
