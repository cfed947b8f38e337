import * as tfl from '@tensorflow/tfjs-layers';
import type { NamedTensor, Weights } from '../training/weights.js';
import { modelFilesHandler, type ReadModelFile } from './model-files-handler.js';
import { requireTfjsLayers } from './require-tfjs-layers.js';
import type { SavedModel } from './save-model.js';

/**
 * A model in the layers format of TensorFlow.js, from memory or from files. Those of this project give
 * probabilities.
 *
 * @param source
 * - what `saveModel` gave
 * - a function that reads a file by its name: `model.json`, and those that it names
 * @returns to be disposed by the caller
 * @throws {ModelFolderError} when a file is no JSON, names no weights, or is not of the length of its
 *   tensors
 * @throws {TfjsInstallationError} when TensorFlow.js is there twice, or in a version that is not supported
 * @throws {Error} of TensorFlow.js, when it does not know a layer
 * @example
 * import '@tensorflow/tfjs-backend-cpu';
 * import { denseBaseline, initialiseWeights } from '@lenet/core';
 * import { loadModel, saveModel } from '@lenet/core/tfjs';
 * import * as tf from '@tensorflow/tfjs-core';
 *
 * await tf.setBackend('cpu');
 * const model = await loadModel(await saveModel(denseBaseline, initialiseWeights(denseBaseline, { seed: 1 })));
 * console.log(model.countParams()); // 101770
 * model.dispose();
 * // A folder in Node: loadModel((name) => fs.promises.readFile(path.join(folder, name)))
 */
export async function loadModel(source: SavedModel | ReadModelFile): Promise<tfl.LayersModel> {
  requireTfjsLayers();
  return tfl.loadLayersModel(modelFilesHandler(source));
}

/**
 * Copies the weights of a model of `@tensorflow/tfjs-layers`, in the order of its layers.
 *
 * @example
 * import '@tensorflow/tfjs-backend-cpu';
 * import { denseBaseline, initialiseWeights } from '@lenet/core';
 * import { buildModel, getModelWeights } from '@lenet/core/tfjs';
 * import * as tf from '@tensorflow/tfjs-core';
 *
 * await tf.setBackend('cpu');
 * const model = buildModel(denseBaseline, initialiseWeights(denseBaseline, { seed: 1 }));
 * console.log((await getModelWeights(model))[0].name); // dense/kernel
 * model.dispose();
 */
export async function getModelWeights(model: tfl.LayersModel): Promise<Weights> {
  const tensors: NamedTensor[] = [];
  for (const variable of model.weights) {
    const values = (await variable.read().data()) as Float32Array;
    tensors.push({ name: variable.originalName, shape: variable.shape as number[], values: values.slice() });
  }
  return tensors;
}
