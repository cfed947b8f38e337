// A thread that takes part in the steps of a learner or the images of a classifier, until it is stopped.
import { workerData } from 'node:worker_threads';
import { createKernels } from '../machine/kernels.js';
import { createShardPreparation } from '../training/prepare-shard.js';
import { createPerformItem } from './items.js';
import { createJobBoard, type WorkerData } from './worker-data.js';

const { module, memory, thread, unitCount, preparation } = workerData as WorkerData;
const kernels = createKernels(module, memory);
const prepared = preparation && createShardPreparation(memory, kernels, preparation);
createJobBoard(memory, kernels, unitCount).serve(createPerformItem(kernels, thread, prepared?.prepareShard));
