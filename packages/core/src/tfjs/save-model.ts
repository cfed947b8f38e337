import * as tf from '@tensorflow/tfjs-core';
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
 * A network in the tfjs layers format, in memory.
 *
 * @throws {InvalidArgumentError} when the weights are not those of the architecture
 */
export async function saveModel(architecture: Architecture, weights: Weights): Promise<SavedModel> {
  const model = buildModel(architecture, weights);
  try {
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
  } finally {
    model.dispose();
  }
}
