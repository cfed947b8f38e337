import * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';
import type { Architecture } from '../architecture/architecture.js';
import type { Weights } from '../training/weights.js';
import { buildModel } from './build-model.js';

/** The two files of a model in the tfjs layers format, which `tf.loadLayersModel` reads. */
export interface SavedModel {
  /** Content of `model.json`, UTF-8; it names `weights.bin`. */
  readonly modelJson: Uint8Array;
  /** Content of `weights.bin`: float32, little-endian, kernel before bias, layer by layer. */
  readonly weightData: Uint8Array;
}

/**
 * A network in the layers format of TensorFlow.js, in memory; written to two files as they are,
 * `loadModel` and any other program of TensorFlow.js reads them.
 *
 * @throws {InvalidArgumentError} when the weights are not those of the architecture
 * @throws {TfjsInstallationError} when TensorFlow.js is there twice, or in a version that is not supported
 * @example
 * import '@tensorflow/tfjs-backend-cpu';
 * import { denseBaseline, initialiseWeights } from '@lenet/core';
 * import { saveModel } from '@lenet/core/tfjs';
 * import * as tf from '@tensorflow/tfjs-core';
 *
 * await tf.setBackend('cpu');
 * const saved = await saveModel(denseBaseline, initialiseWeights(denseBaseline, { seed: 1 }));
 * console.log(saved.weightData.length); // 4 * 101770
 */
export async function saveModel(architecture: Architecture, weights: Weights): Promise<SavedModel> {
  const model = buildModel(architecture, weights);
  try {
    return await saveLayersModel(model);
  } finally {
    model.dispose();
  }
}

/**
 * `saveModel` for any model of `@tensorflow/tfjs-layers`, which stays as it is.
 *
 * @example
 * import '@tensorflow/tfjs-backend-cpu';
 * import { saveLayersModel } from '@lenet/core/tfjs';
 * import * as tf from '@tensorflow/tfjs-core';
 * import { layers, sequential } from '@tensorflow/tfjs-layers';
 *
 * await tf.setBackend('cpu');
 * const model = sequential({ layers: [layers.dense({ units: 1, inputShape: [2] })] });
 * console.log((await saveLayersModel(model)).weightData.length); // 12: two weights and a bias
 * model.dispose();
 */
export async function saveLayersModel(model: tfl.LayersModel): Promise<SavedModel> {
  let artifacts: tf.io.ModelArtifacts | undefined;
  await model.save(
    tf.io.withSaveHandler(async (saved) => {
      artifacts = saved;
      return { modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(saved) };
    }),
  );
  const { modelTopology, format, generatedBy, weightSpecs, weightData } = artifacts!;
  const weightsManifest = [{ paths: ['weights.bin'], weights: weightSpecs }];
  return {
    modelJson: new TextEncoder().encode(
      `${JSON.stringify({ format, generatedBy, modelTopology, weightsManifest })}\n`,
    ),
    weightData: new Uint8Array(tf.io.CompositeArrayBuffer.join(weightData)),
  };
}
