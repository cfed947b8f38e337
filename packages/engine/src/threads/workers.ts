/** The workers of a learner or classifier. */
export interface Workers {
  /** Those that run or are still starting. */
  readonly count: number;
  /** Waits for the end of all, once they have been told to stop. */
  ended(): Promise<void>;
}

/** Where the host has no workers that may wait, or they are not to be used. */
export const noWorkers: Workers = { count: 0, ended: async () => {} };
