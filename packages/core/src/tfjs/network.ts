// Forward and backward pass of an architecture on TensorFlow.js. The gradients are written out rather
// than taken from the tape of tfjs: its gradient functions are registered by the import of a bundle that
// nothing else here needs, and the tape computes the gradient by the images as well.
import * as tf from '@tensorflow/tfjs-core';
import type { Architecture, Conv2dLayer, DenseLayer, Layer } from '../architecture/architecture.js';
import { activate, activationGradient, type FusedActivation } from './activations.js';
import { conv2dFilterGradient, conv2dInputGradient } from './conv2d-gradients.js';
import { nativeKernels } from './native-kernels.js';
import { averagePoolGradient, maxPoolGradient } from './pooling-gradients.js';
import { hasKernel, runKernel } from './run-kernel.js';

/** Trainable tensors by name; see `weightShapes`. */
export type WeightTensors = ReadonlyMap<string, tf.Tensor>;

/** What dropout layers multiply their inputs by, by the name of the layer; of the shape of the input. */
export type DropoutMasks = ReadonlyMap<string, tf.Tensor>;

/**
 * The outputs of all layers. The softmax of the last layer is left out: its output is the logits, from
 * which loss and probabilities are computed.
 *
 * Runs within the caller's `tf.tidy`.
 *
 * @param images float32 `[batch, height, width, channels]`, values 0 … 1
 * @param masks in training only: dropout without a mask changes nothing
 * @returns one tensor a layer; the last is the logits, float32 `[batch, classes]`
 */
export function forward(
  architecture: Architecture,
  images: tf.Tensor4D,
  weights: WeightTensors,
  masks?: DropoutMasks,
): tf.Tensor[] {
  const outputs: tf.Tensor[] = [];
  let value: tf.Tensor = images;
  for (const layer of architecture.layers) {
    value = forwardLayer(layer, value, weights, masks);
    outputs.push(value);
  }
  return outputs;
}

/**
 * The gradients of the loss by all weights.
 *
 * Runs within the caller's `tf.tidy`.
 *
 * @param images what `forward` was given
 * @param outputs what `forward` gave
 * @param logitsGradient gradient of the loss by the logits, float32 `[batch, classes]`
 * @param masks what `forward` was given
 * @returns by the name of the weight, of its shape
 */
export function backward(
  architecture: Architecture,
  images: tf.Tensor4D,
  outputs: readonly tf.Tensor[],
  logitsGradient: tf.Tensor2D,
  weights: WeightTensors,
  masks?: DropoutMasks,
): Map<string, tf.Tensor> {
  const gradients = new Map<string, tf.Tensor>();
  const firstTrained = architecture.layers.findIndex((layer) => 'activation' in layer);
  let gradient: tf.Tensor = logitsGradient;
  for (let index = architecture.layers.length - 1; index >= firstTrained; index--) {
    const layer = architecture.layers[index];
    const input = index === 0 ? images : outputs[index - 1];
    const sums = 'activation' in layer ? activationGradient(layer, outputs[index], gradient) : gradient;
    if ('activation' in layer) {
      gradients.set(`${layer.name}/kernel`, gradientByKernel(layer, input, sums, weights));
      gradients.set(`${layer.name}/bias`, gradientByBias(sums));
    }
    // Nobody needs the gradient by the images.
    if (index > firstTrained) gradient = gradientByInput(layer, input, outputs[index], sums, weights, masks);
  }
  return gradients;
}

/**
 * The gradient by the images, of a network that is not in training.
 *
 * Runs within the caller's `tf.tidy`.
 *
 * @param images what `forward` was given
 * @param outputs what `forward` gave
 * @param logitsGradient float32 `[batch, classes]`
 * @returns of the shape of the images
 */
export function gradientByImages(
  architecture: Architecture,
  images: tf.Tensor4D,
  outputs: readonly tf.Tensor[],
  logitsGradient: tf.Tensor2D,
  weights: WeightTensors,
): tf.Tensor4D {
  let gradient: tf.Tensor = logitsGradient;
  for (let index = architecture.layers.length - 1; index >= 0; index--) {
    const layer = architecture.layers[index];
    const input = index === 0 ? images : outputs[index - 1];
    const sums = 'activation' in layer ? activationGradient(layer, outputs[index], gradient) : gradient;
    gradient = gradientByInput(layer, input, outputs[index], sums, weights, undefined);
  }
  return gradient as tf.Tensor4D;
}

function forwardLayer(
  layer: Layer,
  input: tf.Tensor,
  weights: WeightTensors,
  masks: DropoutMasks | undefined,
): tf.Tensor {
  switch (layer.kind) {
    case 'conv2d':
      return activate(layer, (activation) => forwardConv2d(layer, input as tf.Tensor4D, weights, activation));
    case 'maxPooling2d':
      return tf.maxPool(input as tf.Tensor4D, layer.poolSize, layer.stride, layer.padding ?? 'valid');
    case 'averagePooling2d':
      return tf.avgPool(input as tf.Tensor4D, layer.poolSize, layer.stride, layer.padding ?? 'valid');
    case 'flatten':
      return tf.reshape(input, [input.shape[0], -1]);
    case 'dropout': {
      const mask = masks?.get(layer.name);
      return mask ? tf.mul(input, mask) : input;
    }
    case 'dense':
      return activate(layer, (activation) => forwardDense(layer, input as tf.Tensor2D, weights, activation));
  }
}

function forwardConv2d(
  { name, stride, padding }: Conv2dLayer,
  x: tf.Tensor4D,
  weights: WeightTensors,
  activation: FusedActivation,
): tf.Tensor {
  const filter = weights.get(`${name}/kernel`) as tf.Tensor4D;
  const bias = weights.get(`${name}/bias`)!;
  if (hasKernel(nativeKernels.biasAdd)) {
    return addBias(tf.conv2d(x, filter, stride, padding), bias, activation);
  }
  return tf.fused.conv2d({ x, filter, bias, strides: stride, pad: padding, activation });
}

function forwardDense(
  { name }: DenseLayer,
  a: tf.Tensor2D,
  weights: WeightTensors,
  activation: FusedActivation,
): tf.Tensor {
  const b = weights.get(`${name}/kernel`) as tf.Tensor2D;
  const bias = weights.get(`${name}/bias`)!;
  if (hasKernel(nativeKernels.biasAdd)) return addBias(matMul(a, b), bias, activation);
  return tf.fused.matMul({ a, b, bias, activation });
}

/** What the fused kernels of native TensorFlow.js are made of, with quicker parts. */
function addBias(sums: tf.Tensor, bias: tf.Tensor, activation: FusedActivation): tf.Tensor {
  const biased = runKernel(nativeKernels.biasAdd, { sums, bias }, {});
  return activation === 'relu' ? tf.relu(biased) : biased;
}

function gradientByKernel(
  layer: Extract<Layer, { activation: unknown }>,
  input: tf.Tensor,
  sums: tf.Tensor,
  weights: WeightTensors,
): tf.Tensor {
  if (layer.kind === 'dense') return matMul(input, sums, { transposeA: true });
  return conv2dFilterGradient(layer, input, sums, weights.get(`${layer.name}/kernel`)!.shape);
}

function gradientByInput(
  layer: Layer,
  input: tf.Tensor,
  output: tf.Tensor,
  sums: tf.Tensor,
  weights: WeightTensors,
  masks: DropoutMasks | undefined,
): tf.Tensor {
  switch (layer.kind) {
    case 'conv2d':
      return conv2dInputGradient(layer, sums, weights.get(`${layer.name}/kernel`)!, input.shape);
    case 'maxPooling2d':
      return maxPoolGradient(layer, sums, input, output);
    case 'averagePooling2d':
      return averagePoolGradient(layer, sums as tf.Tensor4D, input.shape);
    case 'flatten':
      return tf.reshape(sums, input.shape);
    case 'dropout': {
      const mask = masks?.get(layer.name);
      return mask ? tf.mul(sums, mask) : sums;
    }
    case 'dense':
      return matMul(sums, weights.get(`${layer.name}/kernel`)!, { transposeB: true });
  }
}

function gradientByBias(sums: tf.Tensor): tf.Tensor {
  if (hasKernel(nativeKernels.biasGradient)) {
    return runKernel(nativeKernels.biasGradient, { gradient: sums }, {});
  }
  const axes = sums.shape.slice(0, -1).map((_, axis) => axis);
  return tf.sum(sums, axes);
}

/** The fused kernel of wasm is several times as fast as its plain and its transposing one. */
function matMul(
  a: tf.Tensor,
  b: tf.Tensor,
  { transposeA = false, transposeB = false }: { transposeA?: boolean; transposeB?: boolean } = {},
): tf.Tensor {
  if (hasKernel(nativeKernels.matMul)) {
    return runKernel(nativeKernels.matMul, { a, b }, { transposeA, transposeB });
  }
  const [first, second] = [transposeA ? tf.transpose(a) : a, transposeB ? tf.transpose(b) : b];
  return tf.fused.matMul({ a: first as tf.Tensor2D, b: second as tf.Tensor2D });
}
