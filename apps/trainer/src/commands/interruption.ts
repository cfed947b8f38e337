import { exitCodes } from '../exit-codes.js';

/**
 * Turns Ctrl-C and SIGTERM into an abort. The first asks to stop in good order, the second stops now.
 *
 * @returns the signal, and a function that gives the process its usual behaviour back
 */
export function catchInterruption(): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted);
    process.stderr.write('\nStopping after this step; press Ctrl-C again to stop at once.\n');
    controller.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    signal: controller.signal,
    release() {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
}
