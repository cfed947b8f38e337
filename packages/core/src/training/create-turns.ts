/** Longest time without a turn of the event loop, in ms: signals, timers and drawing need them. */
const LONGEST_TURN_MS = 50;

/** @returns a function that gives the event loop a turn when the last was too long ago */
export function createTurns(): () => Promise<void> {
  let turnStartedAt = performance.now();
  return async () => {
    if (performance.now() - turnStartedAt <= LONGEST_TURN_MS) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    turnStartedAt = performance.now();
  };
}
