import { createKernels } from '../machine/kernels.js';
import { createShardPreparation } from '../training/prepare-shard.js';
import { createPerformItem } from './items.js';
import { createJobBoard, type WorkerData } from './worker-data.js';

/** Takes part in the steps of a learner or the images of a classifier, until it is stopped. */
export function serveJobs({ module, memory, thread, unitCount, preparation }: WorkerData): void {
  const kernels = createKernels(module, memory);
  const prepared = preparation && createShardPreparation(memory, kernels, preparation);
  const perform = createPerformItem(kernels, thread, prepared?.prepareShard);
  createJobBoard(memory, kernels, unitCount).serve(perform);
}
