const marker = Symbol.for('lenet.error');

/**
 * Base of every error that this project throws on purpose.
 *
 * `LenetError.isInstance(error)` recognises it by a marker, so that two installed copies of the
 * package still match; `instanceof` does not.
 */
export class LenetError extends Error {
  readonly [marker] = true;
  override readonly name: string = 'LenetError';

  /** Whether something that was caught is an error of this project, from whichever copy of the package. */
  static isInstance(error: unknown): error is LenetError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}
