import type { Kernels } from '../machine/kernels.js';
import type { PerformItem } from './job.js';

/** Kinds of jobs. */
export const TRAIN = 0;
/** Training with a limit for the norm of all gradients, which must be known before the first update. */
export const TRAIN_CLIPPED = 1;
export const CLASSIFY = 2;

/** Items of each phase, for each kind of job. */
export function jobPhases(shards: number, units: number): number[][] {
  return [[shards, units], [shards, units, units], [shards]];
}

/** Makes the images of a shard that are to be changed before the network sees them. */
export type PrepareShard = (shard: number) => void;

/** @param thread number of the thread, below SHARDS: of its scratch */
export function createPerformItem(
  kernels: Kernels,
  thread: number,
  prepareShard?: PrepareShard,
): PerformItem {
  return (kind, phase, item) => {
    if (kind === CLASSIFY) {
      kernels.classifyShard(thread, item);
    } else if (phase === 0) {
      prepareShard?.(item);
      kernels.trainShard(thread, item);
    } else if (phase === 2) {
      kernels.updateUnit(item);
    } else {
      kernels.gradientUnit(item);
      if (kind === TRAIN) kernels.updateUnit(item);
      else kernels.squaresUnit(item);
    }
  };
}
