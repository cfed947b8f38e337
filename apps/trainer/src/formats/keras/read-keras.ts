// What Keras saved -> a network.
import { type Architecture, type NamedTensor, type Weights, weightShapes } from '@lenet/core';
import { unzipSync } from 'fflate';
import { File } from 'jsfive';
import type { FileModel } from '../file-model.js';
import { readEmbeddedManifest, requireDigest, requireSameLayers } from '../metadata.js';
import { modelFileError } from '../model-file-error.js';
import { type KerasObject, kerasGroups, readKerasConfig } from './keras-config.js';

/**
 * Reads a network from a file of Keras:
 * - `.keras`, of Keras 3
 * - `.h5` with a whole model, of Keras 2 and 3
 * - `.weights.h5` of Keras 3, which does not tell its layers
 *
 * @param file its name, for messages
 * @param architecture needed for weights alone; else what the file tells counts
 * @throws {ModelFolderError} when the bytes are none of these, the model is not one row of our layers, or the weights were
 *   changed
 * @throws {ManifestError} when the manifest in it is not one that this version reads
 */
export function readKeras(file: string, bytes: Uint8Array, architecture?: Architecture): FileModel {
  return isZip(bytes) ? readArchive(file, bytes) : readHdf5(file, bytes, architecture);
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

function readArchive(file: string, bytes: Uint8Array): FileModel {
  const content = orProblem(file, 'expected a .keras file', () => {
    const files = unzipSync(bytes);
    const json = (name: string) => JSON.parse(new TextDecoder().decode(files[name]));
    const stored = files['model.weights.h5'];
    return { metadata: json('metadata.json'), config: json('config.json'), hdf5: openHdf5(file, stored) };
  });
  const { metadata, hdf5 } = content;
  const manifest = readEmbeddedManifest(file, metadata);
  const found = readKerasConfig(file, content.config as KerasObject);
  const architecture = manifest ? requireSameLayers(file, found, manifest) : found;
  const weights = readGroups(file, hdf5, architecture);
  requireDigest(file, metadata, weights);
  return { architecture, weights, ...(manifest && { manifest }) };
}

function readHdf5(file: string, bytes: Uint8Array, given: Architecture | undefined): FileModel {
  const hdf5 = orProblem(file, 'expected a .keras or HDF5 file', () => openHdf5(file, bytes));
  const { model_config: config } = hdf5.attrs;
  if (typeof config === 'string') {
    const model = orProblem(file, 'expected a model of Keras', () => JSON.parse(config) as KerasObject);
    const architecture = readKerasConfig(file, model);
    return { architecture, weights: readOlderGroups(file, hdf5, architecture) };
  }
  if (given) return { architecture: given, weights: readGroups(file, hdf5, given) };
  throw modelFileError(file, 'holds weights alone, and does not tell which network they are of', {
    remedy: 'Name the network with --architecture.',
  });
}

function openHdf5(file: string, bytes: Uint8Array): File {
  return new File(new Uint8Array(bytes).buffer, file);
}

/** `layers/conv2d/vars/0` is the kernel, and `1` the bias. */
function readGroups(file: string, hdf5: File, architecture: Architecture): Weights {
  const groups = kerasGroups(architecture.layers);
  return weightShapes(architecture).map(({ name, shape }) => {
    const [layer, part] = splitName(name);
    const group = groups[architecture.layers.findIndex((each) => each.name === layer)];
    return readArray(file, hdf5, `layers/${group}/vars/${part === 'kernel' ? 0 : 1}`, { name, shape });
  });
}

/** Each layer has a group of its name, with the paths of its kernel and its bias. */
function readOlderGroups(file: string, hdf5: File, architecture: Architecture): Weights {
  return weightShapes(architecture).map(({ name, shape }) => {
    const [layer, part] = splitName(name);
    const group = orProblem(file, `expected weights of layer "${layer}"`, () =>
      hdf5.get(`model_weights/${layer}`),
    );
    const names = group && 'attrs' in group ? (group.attrs.weight_names as string[]) : [];
    return readArray(file, hdf5, `model_weights/${layer}/${names[part === 'kernel' ? 0 : 1]}`, {
      name,
      shape,
    });
  });
}

function splitName(name: string): [layer: string, part: string] {
  const slash = name.lastIndexOf('/');
  return [name.slice(0, slash), name.slice(slash + 1)];
}

function readArray(
  file: string,
  hdf5: File,
  path: string,
  { name, shape }: Pick<NamedTensor, 'name' | 'shape'>,
): NamedTensor {
  const array = orProblem(file, `expected "${path}" for "${name}"`, () => hdf5.get(path));
  if (array && 'value' in array && array.shape.join() === shape.join() && array.dtype === '<f4') {
    return { name, shape, values: Float32Array.from(array.value) };
  }
  const received = array && 'value' in array ? `[${array.shape.join(', ')}] of type ${array.dtype}` : 'none';
  throw modelFileError(
    file,
    `expected "${path}", float32 [${shape.join(', ')}], for "${name}", got ${received}`,
    { remedy: 'Save the model again, or name its network with --architecture.' },
  );
}

function orProblem<Value>(file: string, expected: string, read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    const reason = (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, '');
    throw modelFileError(file, `${expected}: ${reason}`, {
      remedy: 'Check the file, or save the model again.',
      cause,
    });
  }
}
