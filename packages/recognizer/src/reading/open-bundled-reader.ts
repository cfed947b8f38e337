import { lenetReport } from '@lenet/core';
import { createLenetClassifier } from '@lenet/engine/lenet';
import { loadBundledWeights } from './load-bundled-weights.js';
import { openReader, type Reader } from './open-reader.js';

/** A reader with the weights of this package. */
export async function openBundledReader(): Promise<Reader> {
  const weights = await loadBundledWeights();
  return openReader({ architecture: lenetReport, weights }, () => createLenetClassifier(weights));
}
