import { LenetError } from '@lenet/core';

/** The engine could not do a step or classify images; what its memory holds is of no use any more. */
export class EngineError extends LenetError {
  override readonly name = 'EngineError';

  /** @param cause what was thrown, where it was thrown on the calling thread */
  constructor(cause?: unknown) {
    super(
      'Engine: expected every thread to do its share, but one failed, and the step is half done. Make a new learner or classifier, with fewer threads if memory is short.',
      { cause },
    );
  }
}
