import type { WorkerData } from './worker-data.js';

/** The workers of a learner or classifier. */
export interface Workers {
  /** Those that run or are still starting. */
  readonly count: number;
  /**
   * Waits for the end of all, once they have been told to stop.
   *
   * @returns whether the memory is free: false where one does not say that it has ended
   */
  ended(): Promise<boolean>;
}

/**
 * Starts a worker for each thread but the calling one; fewer where the host refuses.
 *
 * @param threads all, the calling one included
 * @param workerUrl of the worker's script, in a browser
 */
export type StartWorkers = (
  threads: number,
  data: Omit<WorkerData, 'thread'>,
  workerUrl?: string | URL,
) => Promise<Workers>;

/** Where the host has no workers that may wait, or they are not to be used. */
export const noWorkers: Workers = { count: 0, ended: async () => true };
