import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { LenetError } from '@lenet/core';
import { architectureFromModel, getModelWeights, loadModel } from '@lenet/core/tfjs';
import { loadTfjsBackend } from '../../backends/tfjs-backend.js';
import type { FileModel } from '../file-model.js';
import { readEmbeddedManifest, requireDigest } from '../metadata.js';
import { modelFileError } from '../model-file-error.js';

/**
 * Reads a network in TensorFlow.js's layers format, whatever program saved it, in float32 or in fewer bits.
 *
 * @param path of the JSON; the files of weights that it names lie beside it
 * @throws {ModelFolderError} when a file is missing, cut short, or was changed
 * @throws {InvalidArgumentError} when it has a layer that an architecture has not
 * @throws {ManifestError} when the manifest in it is not one that this version reads
 */
export async function readLayers(path: string): Promise<FileModel> {
  await loadTfjsBackend('cpu');
  const json = await readFile(path);
  const model = await loadModel((name) =>
    name === 'model.json' ? Promise.resolve(json) : readFile(join(dirname(path), name)),
  ).catch((cause: Error) => {
    if (LenetError.isInstance(cause)) throw cause;
    throw modelFileError(path, `TensorFlow.js does not load it: ${cause.message.replace(/\.$/, '')}`, {
      cause,
    });
  });
  try {
    const metadata = JSON.parse(json.toString()).userDefinedMetadata ?? {};
    const manifest = readEmbeddedManifest(metadata);
    const weights = await getModelWeights(model);
    requireDigest(basename(path), metadata, weights);
    const architecture = manifest?.architecture ?? architectureFromModel(model);
    return { architecture, weights, ...(manifest && { manifest }) };
  } finally {
    model.dispose();
  }
}
