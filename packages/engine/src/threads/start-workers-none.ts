import { noWorkers, type Workers } from './workers.js';

/** One thread: the calling one. */
export function availableThreads(): number {
  return 1;
}

export function startWorkers(): Workers {
  return noWorkers;
}
