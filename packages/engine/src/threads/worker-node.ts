// A thread that takes part in the steps of a learner or the images of a classifier, until it is stopped.
import { workerData } from 'node:worker_threads';
import { createKernels } from '../machine/kernels.js';
import { createShardAugmentation } from '../training/augment-shard.js';
import { createPerformItem } from './items.js';
import { createJobBoard, type WorkerData } from './worker-data.js';

const { module, memory, thread } = workerData as WorkerData;
const kernels = createKernels(module, memory);
const { prepareShard } = createShardAugmentation(memory, kernels);
createJobBoard(memory, kernels).serve(createPerformItem(kernels, thread, prepareShard));
