// Reads a model folder without TensorFlow.js: manifest.json says what must be there, model.json where
// each tensor lies in weights.bin (the layers format of tf.loadLayersModel).
import type { Architecture } from '../architecture/architecture.js';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { ModelFolderError } from '../errors/model-folder-error.js';
import {
  readQuantizedWeights,
  requireWeightsFormat,
  type WeightsFormat,
} from '../quantization/weights-file.js';
import type { Weights } from '../training/weights.js';
import type { ModelFile, ModelManifest } from './model-manifest.js';
import { parseManifest } from './parse-manifest.js';
import { layersWeightFiles, readLayersWeights } from './read-layers-weights.js';
import { sha256 } from './sha256.js';
import { quantizedWeightsFile } from './weights-files.js';

/** A model folder, read and checked. */
export interface LoadedModel {
  readonly manifest: ModelManifest;
  readonly architecture: Architecture;
  readonly weights: Weights;
}

/** What `normalisePixels` does; weights trained with another normalisation would read rubbish. */
const normalisation = { valueRange: [0, 255], divisor: 255 } as const;

const remedy = 'Take the whole folder again from where it came from.';

/** Which of its files a model is loaded from. */
export interface LoadModelOptions {
  /**
   * What the weights are read from: `model.json` with `weights.bin`, or the smaller `weights-float16.bin` or
   * `weights-int8.bin`. They come back as float32 from each. @default 'float32'
   */
  readonly weights?: WeightsFormat;
}

/**
 * Loads a model folder and checks all that it reads: manifest, size and digest of each file, normalisation,
 * names and shapes of the tensors. Files of other formats are not read.
 *
 * @param readFile gives the bytes of a file of the folder, by its name
 * @throws {InvalidArgumentError} when there is no such format of weights, or `readFile` gives something else
 * @throws {ManifestError} when `manifest.json` is not one that this version reads
 * @throws {ModelFolderError} when a file is missing, damaged, or does not go with the manifest
 * @throws {WeightsFormatError} when a file of smaller weights is not what `quantizeWeights` writes for the network
 * @example
 * import { readFile } from 'node:fs/promises';
 * import { loadModelFolder } from '@lenet/core/models';
 *
 * const folder = new URL('.', import.meta.resolve('@lenet/model-artifacts/lenet-report/manifest.json'));
 * const { manifest } = await loadModelFolder((name) => readFile(new URL(name, folder)));
 * console.log(manifest.name); // lenet-report; in a browser, fetch instead of readFile
 */
export async function loadModelFolder(
  readFile: (name: string) => Promise<Uint8Array>,
  { weights: format = 'float32' }: LoadModelOptions = {},
): Promise<LoadedModel> {
  requireWeightsFormat('weights', format);
  const manifestBytes = await read(readFile, 'manifest.json');
  const manifest = parseManifest(new TextDecoder().decode(manifestBytes));
  requireNormalisation(manifest);
  const files = new Map<string, Uint8Array>();
  const readFiles = async (wanted: readonly string[]) => {
    for (const file of manifest.files) {
      if (!wanted.includes(file.name)) continue;
      const bytes = await read(readFile, file.name);
      await requireUnchanged(file, bytes);
      files.set(file.name, bytes);
    }
  };
  if (format === 'float32') {
    await readFiles(['model.json']);
    await readFiles(layersWeightFiles(files));
  } else {
    await readFiles([requireWeightsFile(manifest, format)]);
  }
  const { architecture } = manifest;
  const weights =
    format === 'float32'
      ? readLayersWeights(files, architecture)
      : readQuantizedWeights(files.get(quantizedWeightsFile[format])!, architecture);
  return { manifest, architecture, weights };
}

function requireWeightsFile({ files }: ModelManifest, format: keyof typeof quantizedWeightsFile): string {
  const wanted = quantizedWeightsFile[format];
  if (files.some(({ name }) => name === wanted)) return wanted;
  throw new ModelFolderError({
    file: 'manifest.json',
    problem: `expected "${wanted}" among the files, got ${files.map(({ name }) => `"${name}"`).join(', ')}`,
    remedy: 'Load the weights as float32, or export the model again with "lenet export".',
  });
}

async function read(readFile: (name: string) => Promise<Uint8Array>, name: string): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(name);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ModelFolderError({ file: name, problem: `cannot be read (${reason})`, remedy, cause });
  }
  const kind = Object.prototype.toString.call(bytes).slice(8, -1);
  if (kind === 'Uint8Array') return bytes;
  throw new InvalidArgumentError({
    argument: 'readFile',
    received: bytes,
    message: `Argument "readFile": expected a Uint8Array with the bytes of "${name}", got ${kind}. Of fetch, give new Uint8Array(await response.arrayBuffer()).`,
  });
}

function requireNormalisation({ input }: ModelManifest): void {
  const [least, most] = input.valueRange;
  const { divisor } = input.normalisation;
  const { valueRange } = normalisation;
  if (least === valueRange[0] && most === valueRange[1] && divisor === normalisation.divisor) return;
  throw new ModelFolderError({
    file: 'manifest.json',
    problem: `expected weights for values from ${valueRange[0]} to ${valueRange[1]}, divided by ${normalisation.divisor}, got values from ${least} to ${most}, divided by ${divisor}`,
    remedy: 'Use the version of @lenet/core that these weights were made for.',
  });
}

async function requireUnchanged(file: ModelFile, bytes: Uint8Array): Promise<void> {
  if (bytes.length !== file.bytes) {
    const kind = bytes.length < file.bytes ? 'It is cut short' : 'It was changed';
    throw new ModelFolderError({
      file: file.name,
      problem: `expected ${file.bytes} bytes, got ${bytes.length}`,
      remedy: `${kind}. ${remedy}`,
    });
  }
  const digest = await sha256(bytes);
  if (digest === file.sha256) return;
  throw new ModelFolderError({
    file: file.name,
    problem: `expected SHA-256 ${file.sha256}, got ${digest}`,
    remedy: `It was changed. ${remedy}`,
  });
}
