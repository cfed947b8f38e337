import { LenetError } from '@lenet/core';

/** The host has no memory, or no addresses, for the engine. */
export class EngineMemoryError extends LenetError {
  override readonly name = 'EngineMemoryError';

  constructor(message: string, cause: unknown) {
    super(message, { cause });
  }
}
