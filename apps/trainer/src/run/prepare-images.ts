import { type Architecture, selectImages, splitImages } from '@lenet/core';
import { loadRunData } from '../data/load-run-data.js';
import { fitImages } from '../images/fit-images.js';
import { checkImages } from './check-images.js';
import { type RunConfig, validationCount } from './run-config.js';

/** Sample images of the report. */
const SAMPLE_COUNT = 40;

/**
 * The images of a run, as its settings say.
 *
 * @throws {InterruptedError} when the signal is aborted
 */
export async function prepareImages(
  architecture: Architecture,
  config: RunConfig,
  signal: AbortSignal,
  say: (line: string) => void,
) {
  const loaded = await loadRunData(config, signal);
  const data = {
    ...loaded,
    training: fitImages(architecture, loaded.training),
    test: fitImages(architecture, loaded.test),
  };
  const { identity, test } = data;
  say(`Data: ${identity.title}, ${identity.origin}`);
  checkImages(architecture, config, data);
  const { training, heldOut } = splitImages(data.training, {
    holdOut: validationCount(config, data.training.count),
    seed: config.seed,
    // Nothing else has the whole set, and two of it would be a third of the memory of a run.
    inPlace: true,
  });
  const sampleCount = Math.min(SAMPLE_COUNT, training.count);
  const samples = selectImages(
    training,
    Array.from({ length: sampleCount }, (_, index) => index),
  );
  return { training, heldOut, test, identity, samples };
}
