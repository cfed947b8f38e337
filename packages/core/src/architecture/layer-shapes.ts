import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { Architecture, Layer, Padding } from './architecture.js';

/** Name and shape of one trainable tensor, in Keras's layout. */
export interface WeightShape {
  /** `<layer>/kernel` or `<layer>/bias`. */
  readonly name: string;
  /** Kernels `[height, width, in, out]`, dense kernels `[in, out]`, biases `[out]`. */
  readonly shape: readonly number[];
}

/** What shape inference knows of one layer. */
export interface LayerShape {
  readonly layer: Layer;
  /** Shape of the output of one image, without the batch dimension. */
  readonly outputShape: readonly number[];
  readonly weights: readonly WeightShape[];
  readonly parameterCount: number;
}

/**
 * Infers the output shape and the trainable tensors of each layer.
 *
 * @throws {InvalidArgumentError} naming the layer, when it does not fit its input, has the name of an
 *   earlier one, or has softmax and is not the last
 * @example
 * import { layerShapes, lenetReport } from '@lenet/core';
 *
 * console.log(layerShapes(lenetReport)[0].outputShape); // [24, 24, 6]
 */
export function layerShapes({ inputShape, layers }: Architecture): LayerShape[] {
  const twin = layers.find(({ name }, index) => layers.findIndex((other) => other.name === name) < index);
  if (twin) throw layerError(twin, 'expected a name of its own, got that of an earlier layer.', twin.name);
  let shape: readonly number[] = inputShape;
  return layers.map((layer, index) => {
    const inferred = inferLayer(layer, shape);
    shape = inferred.outputShape;
    if ('activation' in layer && layer.activation === 'softmax' && index < layers.length - 1) {
      throw layerError(
        layer,
        'expected softmax in the last layer only, got it in an earlier one.',
        'softmax',
      );
    }
    return inferred;
  });
}

/**
 * Names and shapes of all trainable tensors, in the order of the layers, kernel before bias.
 *
 * @throws {InvalidArgumentError} naming the layer that `layerShapes` refuses
 * @example
 * import { lenetReport, weightShapes } from '@lenet/core';
 *
 * console.log(weightShapes(lenetReport)[0]); // conv2d/kernel, [5, 5, 1, 6]
 */
export function weightShapes(architecture: Architecture): WeightShape[] {
  return layerShapes(architecture).flatMap((shape) => shape.weights);
}

/**
 * Number of trainable parameters.
 *
 * @throws {InvalidArgumentError} naming the layer that `layerShapes` refuses
 * @example
 * import { countParameters, lenetReport } from '@lenet/core';
 *
 * console.log(countParameters(lenetReport)); // 44426
 */
export function countParameters(architecture: Architecture): number {
  return layerShapes(architecture).reduce((sum, shape) => sum + shape.parameterCount, 0);
}

function inferLayer(layer: Layer, inputShape: readonly number[]): LayerShape {
  switch (layer.kind) {
    case 'conv2d': {
      const { filters, kernelSize, stride, padding } = layer;
      const outputShape = slideWindow(layer, inputShape, kernelSize, stride, padding, filters);
      return withWeights(layer, outputShape, [kernelSize, kernelSize, inputShape[2], filters], filters);
    }
    case 'maxPooling2d':
    case 'averagePooling2d': {
      const { poolSize, stride, padding } = layer;
      return withoutWeights(layer, slideWindow(layer, inputShape, poolSize, stride, padding, inputShape[2]));
    }
    case 'flatten':
      return withoutWeights(layer, [productOf(inputShape)]);
    case 'dropout':
      return withoutWeights(layer, inputShape);
    case 'dense':
      if (inputShape.length !== 1) {
        throw shapeError(
          layer,
          inputShape,
          'expected an input of one dimension',
          'Put a flatten layer before it.',
        );
      }
      return withWeights(layer, [layer.units], [inputShape[0], layer.units], layer.units);
  }
}

function withoutWeights(layer: Layer, outputShape: readonly number[]): LayerShape {
  return { layer, outputShape, weights: [], parameterCount: 0 };
}

function withWeights(
  layer: Layer,
  outputShape: readonly number[],
  kernelShape: readonly number[],
  biasLength: number,
): LayerShape {
  return {
    layer,
    outputShape,
    weights: [
      { name: `${layer.name}/kernel`, shape: kernelShape },
      { name: `${layer.name}/bias`, shape: [biasLength] },
    ],
    parameterCount: productOf(kernelShape) + biasLength,
  };
}

function productOf(shape: readonly number[]): number {
  return shape.reduce((product, dimension) => product * dimension, 1);
}

/** `[rows, columns, channels]`: the positions of a window, as TensorFlow counts them. */
function slideWindow(
  layer: Layer,
  inputShape: readonly number[],
  window: number,
  stride: number,
  padding: Padding | undefined,
  channels: number,
): number[] {
  if (inputShape.length !== 3) {
    throw shapeError(
      layer,
      inputShape,
      'expected an input of [height, width, channels]',
      'Put it before the flatten layer.',
    );
  }
  const sizes = inputShape.slice(0, 2).map((size) => {
    if (padding === 'same') return Math.ceil(size / stride);
    if (window <= size) return Math.floor((size - window) / stride) + 1;
    throw shapeError(
      layer,
      [size],
      `a window of ${window} pixels does not fit`,
      'Use a smaller window or same padding.',
    );
  });
  return [...sizes, channels];
}

function shapeError(layer: Layer, inputShape: readonly number[], problem: string, remedy: string) {
  return layerError(layer, `${problem}, got [${inputShape.join(', ')}]. ${remedy}`, inputShape);
}

function layerError({ name, kind }: Layer, problem: string, received: unknown) {
  return new InvalidArgumentError({
    argument: name,
    received,
    message: `Layer "${name}" (${kind}): ${problem}`,
  });
}
