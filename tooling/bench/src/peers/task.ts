/** What every contestant does: the published experiment's training, on all of MNIST's training images. */
export const task = { imageCount: 60_000, batchSize: 64, learningRate: 1e-3 } as const;

/** Steps of an epoch; the last has half a batch. */
export const stepsPerEpoch = Math.ceil(task.imageCount / task.batchSize);

/** Steps before the clock runs. */
export const warmUpSteps = 94;
