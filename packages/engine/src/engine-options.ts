/** How the engine computes. */
export interface EngineOptions {
  /**
   * Which of the two builds computes:
   * - `strict` (default): the same weights and logits, bit for bit, on every machine
   * - `relaxed`: with fused multiply-add, faster; its last bits depend on the machine. Where the host does
   *   not know it, `strict` takes its place, and `backend` says so.
   */
  readonly build?: EngineBuild;
  /**
   * Threads that compute, the calling one included, `1 … 8`. Results do not depend on it, to the last bit.
   * Where the host starts no workers, the calling thread computes alone.
   */
  readonly threads?: number;
  /**
   * In a browser, the address of the script `@lenet/engine/worker`, for bundlers that do not find it by
   * themselves and for pages that take it from elsewhere on their own origin. Elsewhere it is not used.
   */
  readonly workerUrl?: string | URL;
}

/** `strict`: the same bits on every machine; `relaxed`: faster, its last bits depend on the machine. */
export type EngineBuild = 'strict' | 'relaxed';
