import { type Architecture, type NamedTensor, type Weights, weightShapes } from '@lenet/core';
import { decodeFloat16, encodeFloat16, type WeightsFormat } from '@lenet/core/models';
import type { FileModel } from '../file-model.js';
import { describeModel, readEmbeddedManifest, requireDigest, roundModel } from '../metadata.js';
import { modelFileError } from '../model-file-error.js';
import { decodeSafetensors, encodeSafetensors } from './safetensors-file.js';

/**
 * Writes the weights of a network as safetensors: the names and layouts of Keras, `conv2d/kernel` `[height, width, in,
 * out]`. Its metadata tells the network, and all that the manifest tells.
 *
 * @param format of the kernels; biases are float32. @default 'float32'
 * @throws {InvalidArgumentError} when a weight does not fit the format
 */
export function writeSafetensors(
  model: FileModel,
  format: Exclude<WeightsFormat, 'int8'> = 'float32',
): Uint8Array {
  const [height, width, channels] = model.architecture.inputShape;
  const input = `float32 [count, ${height}, ${width}, ${channels}], ink from 0 (background) to 1: bytes divided by 255`;
  return encodeSafetensors({
    metadata: describeModel(roundModel(model, format), input, format),
    tensors: model.weights.map(({ name, shape, values }) =>
      format === 'float16' && shape.length > 1
        ? { name, dtype: 'F16', shape, values: encodeFloat16(values) }
        : { name, dtype: 'F32', shape, values },
    ),
  });
}

/**
 * Reads a network from safetensors.
 *
 * @param file its name, for messages
 * @param architecture whose tensors they are; not needed where the metadata tells it
 * @throws {ModelFolderError} when the bytes are no safetensors, the tensors are not those of the network, were changed,
 *   or nothing tells the network
 * @throws {ManifestError} when the manifest in it is not one that this version reads
 */
export function readSafetensors(file: string, bytes: Uint8Array, architecture?: Architecture): FileModel {
  const { metadata, tensors } = decodeSafetensors(file, bytes);
  const manifest = readEmbeddedManifest(file, metadata);
  const network = architecture ?? manifest?.architecture;
  if (!network) {
    throw modelFileError(file, 'does not tell which network its tensors are of', {
      remedy: 'Name the network with --architecture.',
    });
  }
  const stored = tensors.map(({ name, shape, values }): NamedTensor => {
    return { name, shape, values: values instanceof Uint16Array ? decodeFloat16(values) : values };
  });
  const weights = requireTensors(file, stored, network);
  requireDigest(file, metadata, weights);
  return { architecture: network, weights, ...(manifest && { manifest }) };
}

function requireTensors(file: string, stored: readonly NamedTensor[], architecture: Architecture): Weights {
  const expected = weightShapes(architecture);
  const extra = stored.find(({ name }) => expected.every((other) => other.name !== name));
  if (extra) {
    throw modelFileError(file, `expected the tensors of "${architecture.name}" only, got "${extra.name}"`, {
      remedy: 'Name its network with --architecture.',
    });
  }
  return expected.map(({ name, shape }) => {
    const found = stored.find((tensor) => tensor.name === name);
    if (found?.shape.join() === shape.join()) return found;
    const received = found ? `[${found.shape.join(', ')}]` : 'none';
    throw modelFileError(file, `expected tensor "${name}" [${shape.join(', ')}], got ${received}`, {
      remedy: 'Name its network with --architecture.',
    });
  });
}
