import { LenetError } from './lenet-error.js';

/** Bytes that should be a network's weights are not, or are damaged. */
export class WeightsFormatError extends LenetError {
  override readonly name = 'WeightsFormatError';
  /** What is wrong, as a clause. */
  readonly problem: string;

  constructor(problem: string) {
    super(`Weights cannot be read: ${problem}. Make the file again with quantizeWeights.`);
    this.problem = problem;
  }
}
