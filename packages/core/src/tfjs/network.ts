// Forward and backward pass of an architecture on TensorFlow.js. The gradients are written out rather
// than taken from the tape of tfjs: its gradient functions are registered by the import of a bundle that
// nothing else here needs, and the tape computes the gradient by the images as well.
import * as tf from '@tensorflow/tfjs-core';
import type { Activation, Architecture, Layer } from '../architecture/architecture.js';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { FIRST_MAX_POOL_GRAD } from './first-max-pool-grad.js';

/** Trainable tensors by name; see `weightShapes`. */
export type WeightTensors = ReadonlyMap<string, tf.Tensor>;

/**
 * The outputs of all layers. The softmax of the last layer is left out: its output is the logits, from
 * which loss and probabilities are computed.
 *
 * Runs within the caller's `tf.tidy`.
 *
 * @param images float32 `[batch, height, width, channels]`, values 0 … 1
 * @returns one tensor a layer; the last is the logits, float32 `[batch, classes]`
 */
export function forward(
  architecture: Architecture,
  images: tf.Tensor4D,
  weights: WeightTensors,
): tf.Tensor[] {
  const outputs: tf.Tensor[] = [];
  let value: tf.Tensor = images;
  for (const [index, layer] of architecture.layers.entries()) {
    value = forwardLayer(layer, value, weights, index === architecture.layers.length - 1);
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
 * @returns by the name of the weight, of its shape
 */
export function backward(
  architecture: Architecture,
  images: tf.Tensor4D,
  outputs: readonly tf.Tensor[],
  logitsGradient: tf.Tensor2D,
  weights: WeightTensors,
): Map<string, tf.Tensor> {
  const gradients = new Map<string, tf.Tensor>();
  let gradient: tf.Tensor = logitsGradient;
  for (let index = architecture.layers.length - 1; index >= 0; index--) {
    const layer = architecture.layers[index];
    const input = index === 0 ? images : outputs[index - 1];
    const isLast = index === architecture.layers.length - 1;
    const sums = gradientBySums(layer, outputs[index], gradient, isLast);
    if ('activation' in layer) {
      gradients.set(`${layer.name}/kernel`, gradientByKernel(layer, input, sums, weights));
      gradients.set(
        `${layer.name}/bias`,
        tf.sum(
          sums,
          sums.shape.slice(0, -1).map((_, axis) => axis),
        ),
      );
    }
    // Nobody needs the gradient by the images.
    if (index > 0) gradient = gradientByInput(layer, input, outputs[index], sums, weights);
  }
  return gradients;
}

function forwardLayer(layer: Layer, input: tf.Tensor, weights: WeightTensors, isLast: boolean): tf.Tensor {
  switch (layer.kind) {
    case 'conv2d':
      return tf.fused.conv2d({
        x: input as tf.Tensor4D,
        filter: weights.get(`${layer.name}/kernel`) as tf.Tensor4D,
        bias: weights.get(`${layer.name}/bias`)!,
        strides: layer.stride,
        pad: layer.padding,
        activation: fusedActivation(layer, isLast),
      });
    case 'maxPooling2d':
      return tf.maxPool(input as tf.Tensor4D, layer.poolSize, layer.stride, 'valid');
    case 'flatten':
      return tf.reshape(input, [input.shape[0], -1]);
    case 'dense':
      return tf.fused.matMul({
        a: input as tf.Tensor2D,
        b: weights.get(`${layer.name}/kernel`) as tf.Tensor2D,
        bias: weights.get(`${layer.name}/bias`)!,
        activation: fusedActivation(layer, isLast),
      });
  }
}

/** @throws {InvalidArgumentError} for a softmax that is not the last layer's */
function fusedActivation(layer: Layer & { activation: Activation }, isLast: boolean): 'linear' | 'relu' {
  if (layer.activation !== 'softmax') return layer.activation;
  if (isLast) return 'linear';
  throw new InvalidArgumentError({
    argument: layer.name,
    received: layer.activation,
    message: `Layer "${layer.name}" (${layer.kind}): softmax is supported in the last layer only. Use relu or linear.`,
  });
}

/** Gradient by the sums that the activation was applied to: relu lets through what was above 0. */
function gradientBySums(layer: Layer, output: tf.Tensor, gradient: tf.Tensor, isLast: boolean): tf.Tensor {
  if (!('activation' in layer) || fusedActivation(layer, isLast) === 'linear') return gradient;
  return tf.mul(gradient, tf.step(output));
}

function gradientByKernel(
  layer: Extract<Layer, { activation: Activation }>,
  input: tf.Tensor,
  sums: tf.Tensor,
  weights: WeightTensors,
): tf.Tensor {
  if (layer.kind === 'dense') return matMul(tf.transpose(input), sums);
  const filterShape = weights.get(`${layer.name}/kernel`)!.shape;
  return runKernel('Conv2DBackpropFilter', { x: input, dy: sums }, { ...convolution(layer), filterShape });
}

function gradientByInput(
  layer: Layer,
  input: tf.Tensor,
  output: tf.Tensor,
  sums: tf.Tensor,
  weights: WeightTensors,
): tf.Tensor {
  switch (layer.kind) {
    case 'conv2d': {
      const filter = weights.get(`${layer.name}/kernel`) as tf.Tensor4D;
      if (layer.stride === 1) return fullConvolution(layer, sums as tf.Tensor4D, filter, input.shape);
      const attributes = { ...convolution(layer), inputShape: input.shape };
      return runKernel('Conv2DBackpropInput', { dy: sums, filter }, attributes);
    }
    case 'maxPooling2d': {
      const { poolSize: filterSize, stride: strides } = layer;
      const kernel = tf.getKernel(FIRST_MAX_POOL_GRAD, tf.getBackend()) ? FIRST_MAX_POOL_GRAD : 'MaxPoolGrad';
      return runKernel(kernel, { dy: sums, input, output }, { filterSize, strides, pad: 'valid' });
    }
    case 'flatten':
      return tf.reshape(sums, input.shape);
    case 'dense': {
      return matMul(sums, tf.transpose(weights.get(`${layer.name}/kernel`)!));
    }
  }
}

/**
 * At stride 1 the gradient by the input is a convolution of the padded gradient by the filter turned by
 * 180 degrees. On wasm it takes a tenth of the time of the kernel `Conv2DBackpropInput`.
 *
 * @param sums `[batch, outHeight, outWidth, out]`
 * @param filter `[kernel, kernel, in, out]`
 * @returns of `inputShape`
 */
function fullConvolution(
  layer: Extract<Layer, { kind: 'conv2d' }>,
  sums: tf.Tensor4D,
  filter: tf.Tensor4D,
  inputShape: readonly number[],
): tf.Tensor {
  const turned = tf.transpose(tf.reverse(filter, [0, 1]), [0, 1, 3, 2]) as tf.Tensor4D;
  const info = tf.backend_util.computeConv2DInfo(
    inputShape as [number, number, number, number],
    filter.shape,
    1,
    1,
    layer.padding,
  );
  const last = layer.kernelSize - 1;
  const { top, bottom, left, right } = info.padInfo;
  const padded = tf.pad(sums, [
    [0, 0],
    [last - top, last - bottom],
    [last - left, last - right],
    [0, 0],
  ]);
  return tf.conv2d(padded as tf.Tensor4D, turned, 1, 'valid');
}

/** The fused kernel of wasm is several times as fast as its plain and its transposing one. */
function matMul(a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  return tf.fused.matMul({ a: a as tf.Tensor2D, b: b as tf.Tensor2D });
}

function convolution(layer: Extract<Layer, { kind: 'conv2d' }>) {
  return { strides: layer.stride, pad: layer.padding, dataFormat: 'NHWC' };
}

/** The gradient kernels have no function of their own in the public surface of tfjs-core. */
function runKernel(name: string, inputs: Record<string, tf.Tensor>, attributes: object): tf.Tensor {
  return tf.engine().runKernel(name, inputs, attributes as tf.NamedAttrMap) as tf.Tensor;
}
