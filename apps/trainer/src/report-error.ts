import { LenetError } from '@lenet/core';
import { exitCodes } from './exit-codes.js';
import { InterruptedError } from './interrupted-error.js';

/**
 * Tells the user what ended a command.
 *
 * @returns the exit code
 */
export function reportError(error: unknown): number {
  if (error instanceof InterruptedError) {
    process.stderr.write(`${error.message}\n`);
    return exitCodes.interrupted;
  }
  if (LenetError.isInstance(error)) {
    process.stderr.write(`lenet: ${error.message}\n`);
    return exitCodes.failed;
  }
  process.stderr.write(`lenet: unexpected error; please report it.\n${describeUnexpected(error)}\n`);
  return exitCodes.failed;
}

function describeUnexpected(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
