import { type Classifier, lenetReport } from '@lenet/core';
import type { LoadedModel } from '@lenet/core/models';
import { createLenetClassifier } from '@lenet/engine/lenet';
import type { Backend } from './backend';

/**
 * Makes a classifier. What only some visitors need is loaded only for them: here is the engine for LeNet.
 *
 * @param wasmUrl address of the folder with TensorFlow.js's binaries, with a final slash
 * @throws {Error} where the backend does not run here, or does not compute such a network
 */
export async function openClassifier(
  backend: Backend,
  { architecture, weights }: LoadedModel,
  wasmUrl: string,
): Promise<Classifier> {
  if (backend !== 'engine') {
    const { openTfjs } = await import('./open-tfjs');
    return openTfjs(backend, architecture, weights, wasmUrl);
  }
  if (JSON.stringify(architecture.layers) === JSON.stringify(lenetReport.layers)) {
    return createLenetClassifier(weights);
  }
  const { createClassifier } = await import('@lenet/engine');
  return createClassifier(architecture, weights);
}
