import { createLenetClassifier } from '@lenet/engine/lenet';
import { loadBundledModel } from './load-bundled-model.js';
import { openReader, type Reader } from './open-reader.js';

/** A reader with the model of this package. */
export async function openBundledReader(): Promise<Reader> {
  const model = await loadBundledModel();
  return openReader(model, () => createLenetClassifier(model.weights));
}
