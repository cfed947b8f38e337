import type { Kernels } from '../machine/kernels.js';
import type { PreparationPlan } from '../training/prepare-shard.js';
import { jobPhases } from './items.js';
import { CONTROL_WORDS, JobBoard } from './job.js';

/** What a worker is started with. */
export interface WorkerData {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** Number of the thread; that of the calling one is 0. */
  readonly thread: number;
  /** Pieces of the update. */
  readonly unitCount: number;
  /** Of a learner; a classifier has none. */
  readonly preparation: PreparationPlan | undefined;
}

/** The job board of a memory. */
export function createJobBoard(
  memory: WebAssembly.Memory,
  { addresses }: Kernels,
  unitCount: number,
): JobBoard {
  const words = new Int32Array(memory.buffer, addresses.CONTROL, CONTROL_WORDS);
  return new JobBoard(words, jobPhases(addresses.SHARDS, unitCount));
}
