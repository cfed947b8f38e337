import { LenetError } from './lenet-error.js';

/** A file of a model folder is missing, damaged, or does not go with the others. */
export class ModelFolderError extends LenetError {
  override readonly name = 'ModelFolderError';
  /** Name of the file in the folder. */
  readonly file: string;
  /** What is wrong, as a clause without a full stop. */
  readonly problem: string;

  constructor(fields: { file: string; problem: string; remedy: string; cause?: unknown }) {
    super(
      `Model file "${fields.file}": ${fields.problem}. ${fields.remedy}`,
      fields.cause === undefined ? undefined : { cause: fields.cause },
    );
    this.file = fields.file;
    this.problem = fields.problem;
  }
}
