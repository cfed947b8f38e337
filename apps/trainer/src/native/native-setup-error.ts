import { LenetError } from '@lenet/core';

/** Native TensorFlow could not be made to load; what was tried has been told. */
export class NativeSetupError extends LenetError {
  override readonly name = 'NativeSetupError';
}
