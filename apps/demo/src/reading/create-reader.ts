import { countParameters } from '@lenet/core';
import type { InkImage } from '@lenet/core/images';
import { loadModelFolder } from '@lenet/core/models';
import { createTfjsClassifier } from '@lenet/core/tfjs';
import type { Answer } from './answer';
import { chooseBackend } from './choose-backend';
import { fetchFrom } from './fetch-from';
import type { ReaderDescription } from './messages';
import { readInk } from './read-ink';
import type { Backend } from './requested-backend';
import { startBackend } from './start-backend';

/** A loaded network on a running backend. */
export interface Reader {
  readonly description: ReaderDescription;
  read(ink: InkImage): Promise<Answer>;
}

/**
 * Starts TensorFlow.js and loads the network, at the same time, and warms both up.
 *
 * @param options.wasmUrl address of the folder with the WebAssembly binaries, with a final slash
 * @param options.modelUrl address of the model folder, with a final slash
 * @throws {ManifestError | ModelFolderError} when the model folder is not whole
 */
export async function createReader(options: {
  backend: Backend;
  wasmUrl: string;
  modelUrl: string;
}): Promise<Reader> {
  const [{ backend, notice }, { manifest, architecture, weights }] = await Promise.all([
    chooseBackend(options.backend, (name) => startBackend(name, options.wasmUrl)),
    loadModelFolder(fetchFrom(options.modelUrl)),
  ]);
  const classifier = createTfjsClassifier(architecture, weights);
  const { evaluation } = manifest;
  const read = (ink: InkImage) => readInk(ink, classifier, manifest);
  // The first picture takes many times as long as the others: not while somebody waits.
  await read({ pixels: new Uint8Array(280 * 280).fill(255), height: 280, width: 280 });
  return {
    description: {
      backend,
      notice,
      model: {
        name: manifest.name,
        version: manifest.version,
        parameterCount: countParameters(architecture),
        accuracy: evaluation.accuracy,
        testCount: evaluation.data.count,
        testData: evaluation.data.title,
      },
    },
    read,
  };
}
