import { LenetError } from './lenet-error.js';

/** Bytes that should be a checkpoint are not one, or are damaged. */
export class CheckpointFormatError extends LenetError {
  override readonly name = 'CheckpointFormatError';
  /** Name of the file. */
  readonly file: string;

  constructor(fields: { name: string; problem: string }) {
    super(`Checkpoint "${fields.name}" cannot be read: ${fields.problem}. Use an earlier one.`);
    this.file = fields.name;
  }
}
