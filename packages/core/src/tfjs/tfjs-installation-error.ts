import { LenetError } from '../errors/lenet-error.js';

/** TensorFlow.js is installed in a way that this package cannot work with. */
export class TfjsInstallationError extends LenetError {
  override readonly name = 'TfjsInstallationError';
  /**
   * - `version`: a version that is not supported
   * - `duplicate`: two copies of `@tensorflow/tfjs-core` in one program
   */
  readonly problem: 'version' | 'duplicate';
  /** The package that is not right, e.g. `@tensorflow/tfjs-layers`. */
  readonly packageName: string;
  /** What was found: a version, or who brought the other copy. */
  readonly received: string;

  constructor(fields: {
    problem: 'version' | 'duplicate';
    packageName: string;
    received: string;
    message: string;
  }) {
    super(fields.message);
    this.problem = fields.problem;
    this.packageName = fields.packageName;
    this.received = fields.received;
  }
}
