import { LenetError } from '@lenet/core';

/** A backend that was asked for cannot be loaded on this machine. */
export class BackendUnavailableError extends LenetError {
  override readonly name = 'BackendUnavailableError';
  /** As given to `--backend`, e.g. `node`. */
  readonly backend: string;
  /** Why, as a clause without a full stop. */
  readonly reason: string;
  /** What the user can do, in sentences. */
  readonly remedy: string;

  constructor(fields: { backend: string; reason: string; remedy: string; cause?: unknown }) {
    super(
      `Backend "${fields.backend}" cannot be used: ${fields.reason}. ${fields.remedy}`,
      fields.cause === undefined ? undefined : { cause: fields.cause },
    );
    this.backend = fields.backend;
    this.reason = fields.reason;
    this.remedy = fields.remedy;
  }
}
