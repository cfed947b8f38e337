import { noWorkers, type StartWorkers } from './workers.js';

/** One thread: the calling one. */
export function availableThreads(): number {
  return 1;
}

export const startWorkers: StartWorkers = async () => noWorkers;
