import { LenetError } from '@lenet/core';

/** `lenet doctor` found that nothing can be trained here. */
export class TrainingImpossibleError extends LenetError {
  override readonly name = 'TrainingImpossibleError';
  /** Titles of the checks that stand in the way. */
  readonly checks: readonly string[];

  constructor(checks: readonly string[]) {
    super(`nothing can be trained here as it is, because of: ${checks.join(', ')}.`);
    this.checks = checks;
  }
}
