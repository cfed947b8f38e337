import { LenetError } from '@lenet/core';

/** A recognizer was used after its `dispose`. */
export class RecognizerDisposedError extends LenetError {
  override readonly name = 'RecognizerDisposedError';

  constructor() {
    super(
      'Recognizer: expected one that has not been disposed, got one that has. Make a new one with createRecognizer.',
    );
  }
}
