import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { LenetError } from '@lenet/core';
import { ModelFolderError } from '@lenet/core/models';
import { architectureFromModel, getModelWeights, loadModel } from '@lenet/core/tfjs';
import { loadTfjsBackend } from '../../backends/tfjs-backend.js';
import type { FileModel } from '../file-model.js';
import { readEmbeddedManifest, requireDigest, requireSameLayers } from '../metadata.js';
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
    throw explain(basename(path), cause);
  });
  try {
    const metadata = JSON.parse(json.toString()).userDefinedMetadata ?? {};
    const manifest = readEmbeddedManifest(basename(path), metadata);
    const weights = await getModelWeights(model);
    requireDigest(basename(path), metadata, weights);
    const found = architectureFromModel(model);
    const architecture = manifest ? requireSameLayers(basename(path), found, manifest) : found;
    return { architecture, weights, ...(manifest && { manifest }) };
  } finally {
    model.dispose();
  }
}

/** The loader calls every JSON "model.json". */
function explain(file: string, cause: Error): Error {
  if (cause instanceof ModelFolderError) {
    const name = cause.file === 'model.json' ? file : cause.file;
    return modelFileError(name, cause.problem, { remedy: 'Save the model again.', cause });
  }
  if (LenetError.isInstance(cause) || 'syscall' in cause) return cause;
  return modelFileError(file, `TensorFlow.js does not load it: ${cause.message.replace(/\.$/, '')}`, {
    cause,
  });
}
