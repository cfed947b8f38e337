import { LenetError } from './lenet-error.js';

/** An argument of a function is outside what the function takes. */
export class InvalidArgumentError extends LenetError {
  override readonly name = 'InvalidArgumentError';
  /** Name of the argument, e.g. `batchSize`. */
  readonly argument: string;
  /** What was received. */
  readonly received: unknown;

  constructor(fields: { argument: string; received: unknown; message: string }) {
    super(fields.message);
    this.argument = fields.argument;
    this.received = fields.received;
  }
}
