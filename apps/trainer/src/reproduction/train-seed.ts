import { argMax, evaluateLogits, findArchitecture, type LabelledImages, softmax } from '@lenet/core';
import { type RecipeSettings, train } from '@lenet/core/training';
import type { Backend } from '../backends/choose-backend.js';
import { fitImages } from '../images/fit-images.js';
import { InterruptedError } from '../interrupted-error.js';
import type { Progress } from '../progress/progress.js';
import type { SeedRecord } from './seed-record.js';

/** The test image whose probabilities the LeNet report prints: `p[100]`. */
export const EXAMPLE_INDEX = 100;

/**
 * Trains as published: on all training images, with the test set as validation data, and the weights of the last
 * epoch.
 *
 * @throws {InterruptedError} when the signal is aborted; seeds that were done are kept
 */
export async function trainSeed(fields: {
  settings: RecipeSettings;
  backend: Backend;
  images: { training: LabelledImages; test: LabelledImages };
  identity: string;
  progress: Progress;
  signal: AbortSignal;
}): Promise<SeedRecord> {
  const { settings, backend, images, identity, progress, signal } = fields;
  const { seed, optimizer } = settings;
  const architecture = findArchitecture(settings.architecture);
  const training = fitImages(architecture, images.training);
  const test = fitImages(architecture, images.test);
  const learner = await backend.createLearner(architecture, { seed, optimizer });
  try {
    const startedAt = performance.now();
    for await (const event of train(learner, { ...settings, training, validation: test, signal })) {
      progress.show(event);
      if (event.type === 'interrupted') {
        throw new InterruptedError(
          `Interrupted in epoch ${event.epoch} of seed ${seed} (${architecture.name}). Seeds that were done are kept; give the same command again to go on.`,
        );
      }
      if (event.type !== 'end') continue;
      const seconds = (performance.now() - startedAt) / 1000;
      const logits = await learner.predict(test);
      const { classCount } = test;
      const example = Math.min(EXAMPLE_INDEX, test.count - 1);
      const exampleLogits = logits.subarray(example * classCount, (example + 1) * classCount);
      return {
        architecture: architecture.name,
        seed,
        backend: backend.description,
        identity,
        history: event.history,
        test: evaluateLogits(logits, test.labels, classCount),
        seconds,
        predictions: [...argMax(logits, classCount)],
        exampleProbabilities: [...softmax(exampleLogits, classCount)],
      };
    }
    throw new Error('Training ended without an end.');
  } finally {
    progress.close();
    await learner.dispose();
  }
}
