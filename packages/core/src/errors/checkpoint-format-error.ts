import { LenetError } from './lenet-error.js';

/** Bytes that should be a checkpoint are not one, or are damaged. */
export class CheckpointFormatError extends LenetError {
  override readonly name = 'CheckpointFormatError';
  /** Name of the file. */
  readonly file: string;
  /** Whether the bytes are not those that were written; else another release wrote them. */
  readonly isDamaged: boolean;

  constructor(fields: { name: string; problem: string; isDamaged: boolean; remedy?: string }) {
    const { name, problem, isDamaged, remedy = 'Use an earlier one.' } = fields;
    super(`Checkpoint "${name}" cannot be read: ${problem}. ${remedy}`);
    this.file = name;
    this.isDamaged = isDamaged;
  }
}
