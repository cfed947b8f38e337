import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import type { NamedTensor, Weights } from '../training/weights.js';
import type { SavedModel } from './save-model.js';

/**
 * The model of `@tensorflow/tfjs-layers` that `saveModel` wrote. It gives probabilities.
 *
 * @returns to be disposed by the caller
 * @throws {Error} of TensorFlow.js, when the files are not in its layers format
 * @example
 * const model = await loadModel(await saveModel(lenetReport, weights));
 */
export async function loadModel({ modelJson, weightData }: SavedModel): Promise<tfl.LayersModel> {
  const { format, generatedBy, modelTopology, weightsManifest } = JSON.parse(
    new TextDecoder().decode(modelJson),
  ) as tf.io.ModelJSON;
  return tfl.loadLayersModel(
    tf.io.fromMemory({
      format,
      generatedBy,
      modelTopology: modelTopology as object,
      weightSpecs: weightsManifest.flatMap(({ weights }) => weights),
      // A copy: the bytes may be part of a larger buffer, and cpu would share them with the caller.
      weightData: weightData.slice().buffer as ArrayBuffer,
    }),
  );
}

/** Copies the weights of a model of `@tensorflow/tfjs-layers`, in the order of its layers. */
export async function getModelWeights(model: tfl.LayersModel): Promise<Weights> {
  const tensors: NamedTensor[] = [];
  for (const variable of model.weights) {
    const values = (await variable.read().data()) as Float32Array;
    tensors.push({ name: variable.originalName, shape: variable.shape as number[], values: values.slice() });
  }
  return tensors;
}
