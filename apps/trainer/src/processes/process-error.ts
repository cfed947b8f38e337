import { LenetError } from '@lenet/core';

/** Something that was to be done in a process of its own was not. */
export class ProcessError extends LenetError {
  override readonly name = 'ProcessError';
  /** Why, as a clause without a full stop. */
  readonly reason: string;
  /** What the user can do, in sentences. */
  readonly remedy: string | undefined;

  constructor(fields: { reason: string; remedy?: string | undefined }) {
    const { reason, remedy } = fields;
    super(`A process failed: ${reason}.${remedy === undefined ? '' : ` ${remedy}`}`);
    this.reason = reason;
    this.remedy = remedy;
  }
}
