import { InterruptedError } from './interrupted-error.js';

/**
 * Lets the event loop turn, so that a signal that waits is heard, and stops if one came.
 *
 * @param message what was kept and how to go on
 * @throws {InterruptedError} when the signal is aborted
 */
export async function interruptionPoint(signal: AbortSignal, message: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (signal.aborted) throw new InterruptedError(message);
}
