import { createLenetClassifier } from '@lenet/engine/lenet';
import { loadBundledModel, widenModel } from './load-bundled-model.js';
import { openReader, type Reader } from './open-reader.js';

/** A reader with the model of this package. */
export async function openBundledReader(): Promise<Reader> {
  const model = await loadBundledModel();
  return openReader(
    model.manifest,
    () => createLenetClassifier(model.tensors),
    () => widenModel(model),
  );
}
