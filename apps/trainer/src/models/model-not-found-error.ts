import { LenetError } from '@lenet/core';

/** What was named is neither a run folder nor a model folder. */
export class ModelNotFoundError extends LenetError {
  override readonly name = 'ModelNotFoundError';
  readonly path: string;

  constructor(fields: { path: string; message: string; cause?: unknown }) {
    super(fields.message, { cause: fields.cause });
    this.path = fields.path;
  }
}
