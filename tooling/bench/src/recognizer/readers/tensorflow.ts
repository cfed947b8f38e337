import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers';
import { largest, normalise } from './normalise.ts';
import type { ReadDigit } from './reader.ts';

/** As its documentation teaches it: `loadLayersModel`, then `predict` with the current backend. */
export async function openLayersModel(files: ReadonlyMap<string, Uint8Array>): Promise<ReadDigit> {
  const { modelTopology, weightsManifest } = JSON.parse(new TextDecoder().decode(files.get('model.json')));
  const model: LayersModel = await loadLayersModel(
    tf.io.fromMemory({
      modelTopology,
      weightSpecs: weightsManifest[0].weights,
      weightData: files.get('weights.bin')!.slice().buffer,
    }),
  );
  return async (picture) => {
    const image = normalise(picture);
    if (!image) return null;
    const probabilities = tf.tidy(() => model.predict(tf.tensor(image, [1, 28, 28, 1])) as tf.Tensor);
    try {
      return largest(await probabilities.data());
    } finally {
      probabilities.dispose();
    }
  };
}
