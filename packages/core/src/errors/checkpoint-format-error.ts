import { LenetError } from './lenet-error.js';

/** Bytes that should be a checkpoint are not one, or are damaged. */
export class CheckpointFormatError extends LenetError {
  override readonly name = 'CheckpointFormatError';
  /** Name of the file. */
  readonly file: string;

  constructor(fields: { name: string; problem: string; remedy?: string }) {
    const { name, problem, remedy = 'Use an earlier one.' } = fields;
    super(`Checkpoint "${name}" cannot be read: ${problem}. ${remedy}`);
    this.file = name;
  }
}
