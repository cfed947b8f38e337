import { LenetError } from '@lenet/core';

/** The engine could not do a step or classify images; the learner or classifier is at its end then. */
export class EngineError extends LenetError {
  override readonly name = 'EngineError';

  /** @param cause what was thrown, where it was thrown on the calling thread */
  constructor(cause?: unknown) {
    super(
      'Engine: expected every thread to do its share, but one failed, and the step may be half done. Go on with a new learner, from the last weights and state.',
      { cause },
    );
  }
}
