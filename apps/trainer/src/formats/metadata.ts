// What every file of one network tells of itself, as names and texts: ONNX's metadata_props, safetensors' __metadata__
// and metadata.json of Keras hold it alike.
import { createHash } from 'node:crypto';
import type { Architecture, Layer, Weights } from '@lenet/core';
import {
  type ModelManifest,
  parseManifest,
  quantizeWeights,
  readQuantizedWeights,
  type WeightsFormat,
} from '@lenet/core/models';
import type { FileModel } from './file-model.js';
import { modelFileError } from './model-file-error.js';

const manifestKey = 'lenet.manifest';
const digestKey = 'lenet.weights.sha256';

/**
 * @param model with the weights as they come back from the file
 * @param input what the network takes, for people
 * @param format of the kernels in the file, e.g. `float16`
 */
export function describeModel(
  { architecture, weights, manifest }: FileModel,
  input: string,
  format: string,
): Record<string, string> {
  return {
    ...(manifest && { 'lenet.name': manifest.name, 'lenet.version': manifest.version }),
    'lenet.architecture': architecture.name,
    'lenet.input': input,
    'lenet.weights': format,
    [digestKey]: digestOf(weights),
    ...(manifest && { [manifestKey]: JSON.stringify(manifest) }),
  };
}

/**
 * The manifest in the metadata of a file.
 *
 * @param file for messages
 * @returns undefined where there is none
 * @throws {ManifestError} when it is not one that this version reads
 * @throws {ModelFolderError} when its weights are for images that were normalised otherwise
 */
export function readEmbeddedManifest(
  file: string,
  metadata: Readonly<Record<string, unknown>>,
): ModelManifest | undefined {
  const text = metadata[manifestKey];
  if (typeof text !== 'string') return undefined;
  const manifest = parseManifest(text);
  const { valueRange, normalisation } = manifest.input;
  if (valueRange.join() === '0,255' && normalisation.divisor === 255) return manifest;
  throw modelFileError(
    file,
    `expected weights for values from 0 to 255, divided by 255, got values from ${valueRange.join(' to ')}, divided by ${normalisation.divisor}`,
    { remedy: 'Use the version of @lenet/trainer that these weights were made for.' },
  );
}

/**
 * Compares the layers of a file with those in its manifest, but for their names.
 *
 * @param file for messages
 * @param hasDropout whether the file holds layers that only training needs. @default true
 * @returns the architecture of the manifest
 * @throws {ModelFolderError} when they differ
 */
export function requireSameLayers(
  file: string,
  found: Architecture,
  { architecture: told }: ModelManifest,
  { hasDropout = true } = {},
): Architecture {
  const described = (layers: readonly Layer[]) =>
    JSON.stringify(layers.map((layer) => Object.entries({ padding: 'valid', ...layer, name: '' }).sort()));
  const layers = hasDropout ? told.layers : told.layers.filter(({ kind }) => kind !== 'dropout');
  if (described(found.layers) === described(layers) && found.inputShape.join() === told.inputShape.join())
    return told;
  throw modelFileError(
    file,
    `its layers are not those of the network "${told.name}" that its metadata tells`,
  );
}

/**
 * Compares the weights with the digest in the metadata of their file, where it has one.
 *
 * @param file for messages
 * @throws {ModelFolderError} when they were changed
 */
export function requireDigest(
  file: string,
  metadata: Readonly<Record<string, unknown>>,
  weights: Weights,
): void {
  const expected = metadata[digestKey];
  if (expected === undefined) return;
  const received = digestOf(weights);
  if (received === expected) return;
  throw modelFileError(file, `expected weights of SHA-256 ${expected}, got ${received}`, {
    remedy: 'The file was changed. Take it again from where it came from.',
  });
}

/** The same network with its weights as they come back from a format. */
export function roundModel(model: FileModel, format: WeightsFormat): FileModel {
  const { architecture, weights } = model;
  return { ...model, weights: readQuantizedWeights(quantizeWeights(weights, format), architecture) };
}

/** Of the float32 numbers, little-endian, in the order of the layers: that of the file `weights.bin`. */
function digestOf(weights: Weights): string {
  const hash = createHash('sha256');
  for (const { values } of weights)
    hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  return hash.digest('hex');
}
