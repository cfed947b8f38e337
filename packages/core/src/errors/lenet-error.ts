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

  static isInstance(error: unknown): error is LenetError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}
