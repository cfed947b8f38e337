import type { NamedTensor } from '@lenet/core';
import { decodeFloat16, encodeFloat16 } from '@lenet/core/models';
import type { FileModel } from '../file-model.js';
import { describeModel } from '../metadata.js';
import { dequantizeAffine, quantizeAffine } from './quantize-affine.js';

/** How TensorFlow.js holds kernels in fewer bits: 16, or 8 with one scale for each. */
export type LayersQuantization = 'float16' | 'uint8';

/**
 * A network in TensorFlow.js's layers format with its kernels in fewer bits: `tf.loadLayersModel` makes float32 of them
 * again. Biases stay float32.
 *
 * @param modelJson of the same network in float32, of which the topology is taken
 * @param weightsFile name of the file of `weightData`
 */
export function writeQuantizedLayers(
  model: FileModel,
  modelJson: Uint8Array,
  quantization: LayersQuantization,
  weightsFile: string,
): { modelJson: Uint8Array; weightData: Uint8Array } {
  const tensors = model.weights.map((tensor) => quantizeTensor(tensor, quantization));
  const { format, generatedBy, modelTopology } = JSON.parse(new TextDecoder().decode(modelJson));
  const [height, width, channels] = model.architecture.inputShape;
  const input = `float32 [count, ${height}, ${width}, ${channels}], ink from 0 (background) to 1: bytes divided by 255`;
  const rounded = model.weights.map((tensor, index) => ({ ...tensor, values: tensors[index].restored }));
  const userDefinedMetadata = describeModel({ ...model, weights: rounded }, input, quantization);
  const weightsManifest = [{ paths: [weightsFile], weights: tensors.map(({ entry }) => entry) }];
  return {
    modelJson: Buffer.from(
      `${JSON.stringify({ format, generatedBy, modelTopology, weightsManifest, userDefinedMetadata })}\n`,
    ),
    weightData: Buffer.concat(
      tensors.map(({ stored }) => new Uint8Array(stored.buffer, stored.byteOffset, stored.byteLength)),
    ),
  };
}

function quantizeTensor({ name, shape, values }: NamedTensor, quantization: LayersQuantization) {
  const entry = { name, shape, dtype: 'float32' };
  if (shape.length === 1) return { entry, stored: values, restored: values };
  if (quantization === 'float16') {
    const stored = encodeFloat16(values);
    const described = { ...entry, quantization: { dtype: 'float16', original_dtype: 'float32' } };
    return { entry: described, stored, restored: decodeFloat16(stored) };
  }
  const affine = quantizeAffine(values);
  const { min, scale } = affine;
  return {
    entry: { ...entry, quantization: { dtype: 'uint8', min, scale, original_dtype: 'float32' } },
    stored: affine.values,
    restored: dequantizeAffine(affine),
  };
}
