import { LenetError } from '@lenet/core';

/** The user asked to stop (Ctrl-C, SIGTERM). The message says what was kept and how to go on. */
export class InterruptedError extends LenetError {
  override readonly name = 'InterruptedError';
}
