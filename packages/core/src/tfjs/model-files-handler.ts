import * as tf from '@tensorflow/tfjs-core';
import { ModelFolderError } from '../errors/model-folder-error.js';
import type { SavedModel } from './save-model.js';

/** Gives the bytes of a file by its name, as `model.json` calls it, e.g. `weights.bin`. */
export type ReadModelFile = (name: string) => Promise<Uint8Array>;

const remedy = 'Save the model again in the layers format of TensorFlow.js.';

/**
 * Lets any program of TensorFlow.js load a model in the layers format from memory or from plain files, in
 * Node without tfjs-node too. Each load reads the files anew.
 *
 * @param source what `saveModel` gave, or a function that reads a file
 * @returns a handler for `loadLayersModel`, which rejects with a ModelFolderError where a file is no JSON,
 *   names no weights, or is not of the length of its tensors
 * @example
 * import '@tensorflow/tfjs-backend-cpu';
 * import { denseBaseline, initialiseWeights } from '@lenet/core';
 * import { modelFilesHandler, saveModel } from '@lenet/core/tfjs';
 * import * as tf from '@tensorflow/tfjs-core';
 * import { loadLayersModel } from '@tensorflow/tfjs-layers';
 *
 * await tf.setBackend('cpu');
 * const saved = await saveModel(denseBaseline, initialiseWeights(denseBaseline, { seed: 1 }));
 * const files = new Map([['model.json', saved.modelJson], ['weights.bin', saved.weightData]]);
 * // From a folder in Node: async (name) => fs.promises.readFile(path.join(folder, name))
 * const model = await loadLayersModel(modelFilesHandler(async (name) => files.get(name)!));
 * console.log(model.countParams()); // 101770
 * model.dispose();
 */
export function modelFilesHandler(source: SavedModel | ReadModelFile): tf.io.IOHandler {
  const read: ReadModelFile =
    typeof source === 'function'
      ? source
      : async (name) => (name === 'model.json' ? source.modelJson : source.weightData);
  return {
    async load() {
      const { format, generatedBy, modelTopology, weightsManifest } = parseModel(await read('model.json'));
      const weightSpecs = weightsManifest.flatMap(({ weights }) => weights);
      const parts: Uint8Array[] = [];
      for (const { paths, weights } of weightsManifest) {
        const files: Uint8Array[] = [];
        for (const path of paths) files.push(await read(path));
        requireLength(paths, weights, files);
        parts.push(...files);
      }
      // Copies: the bytes may be part of a larger buffer, and cpu would share them with the caller.
      const weightData = parts.map((part) => part.slice().buffer as ArrayBuffer);
      return {
        format,
        generatedBy,
        modelTopology: modelTopology as object,
        weightSpecs,
        weightData: tf.io.concatenateArrayBuffers(weightData),
      } as tf.io.ModelArtifacts;
    },
  };
}

function parseModel(bytes: Uint8Array): tf.io.ModelJSON {
  let model: tf.io.ModelJSON;
  try {
    model = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw problem('model.json', `expected JSON: ${(cause as Error).message}`, cause);
  }
  if (model?.modelTopology && Array.isArray(model.weightsManifest)) return model;
  throw problem('model.json', 'expected the fields modelTopology and weightsManifest');
}

function requireLength(
  paths: readonly string[],
  specs: readonly tf.io.WeightsManifestEntry[],
  files: Uint8Array[],
) {
  // Quantised tensors have a length of their own, which tfjs checks.
  if (specs.some(({ dtype, quantization }) => quantization || dtype === 'string')) return;
  const expected = specs.reduce(
    (sum, { shape, dtype }) =>
      sum + tf.util.sizeFromShape(shape) * tf.util.bytesPerElement(dtype as 'float32'),
    0,
  );
  const received = files.reduce((sum, { length }) => sum + length, 0);
  if (received === expected) return;
  throw problem(paths.join(', '), `expected ${expected} bytes of tensors, got ${received}`);
}

function problem(file: string, text: string, cause?: unknown): ModelFolderError {
  return new ModelFolderError({ file, problem: text, remedy, cause });
}
