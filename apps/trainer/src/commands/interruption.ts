import { exitCodes } from '../exit-codes.js';

/** One Ctrl-C may arrive twice: from the terminal, and passed on by the program that started this one. */
const SAME_PRESS_MS = 200;

/**
 * Turns Ctrl-C and SIGTERM into an abort. The first asks to stop in good order, the second stops now.
 *
 * @param say takes a line for the user. @default standard error
 * @returns the signal, and a function that gives the process its usual behaviour back
 */
export function catchInterruption(
  say: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  let abortedAt = 0;
  const onSignal = () => {
    if (!controller.signal.aborted) {
      abortedAt = performance.now();
      say('Stopping in good order; press Ctrl-C again to stop at once.');
      controller.abort();
    } else if (performance.now() - abortedAt > SAME_PRESS_MS) {
      process.exit(exitCodes.interrupted);
    }
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
