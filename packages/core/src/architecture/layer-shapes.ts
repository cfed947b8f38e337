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
 * @throws {InvalidArgumentError} naming the layer, when it does not fit its input
 */
export function layerShapes(architecture: Architecture): LayerShape[] {
  let inputShape: readonly number[] = architecture.inputShape;
  return architecture.layers.map((layer) => {
    const shape = inferLayer(layer, inputShape);
    inputShape = shape.outputShape;
    return shape;
  });
}

/** Names and shapes of all trainable tensors, in the order of the layers, kernel before bias. */
export function weightShapes(architecture: Architecture): WeightShape[] {
  return layerShapes(architecture).flatMap((shape) => shape.weights);
}

/** Number of trainable parameters. */
export function countParameters(architecture: Architecture): number {
  return layerShapes(architecture).reduce((sum, shape) => sum + shape.parameterCount, 0);
}

function inferLayer(layer: Layer, inputShape: readonly number[]): LayerShape {
  switch (layer.kind) {
    case 'conv2d': {
      const [height, width, channels] = requireImage(layer, inputShape);
      const { filters, kernelSize, stride, padding } = layer;
      const outputShape = [
        slidingWindowSize(layer, height, kernelSize, stride, padding),
        slidingWindowSize(layer, width, kernelSize, stride, padding),
        filters,
      ];
      return withWeights(layer, outputShape, [kernelSize, kernelSize, channels, filters], filters);
    }
    case 'maxPooling2d': {
      const [height, width, channels] = requireImage(layer, inputShape);
      const { poolSize, stride } = layer;
      const outputShape = [
        slidingWindowSize(layer, height, poolSize, stride, 'valid'),
        slidingWindowSize(layer, width, poolSize, stride, 'valid'),
        channels,
      ];
      return { layer, outputShape, weights: [], parameterCount: 0 };
    }
    case 'flatten': {
      const size = inputShape.reduce((product, dimension) => product * dimension, 1);
      return { layer, outputShape: [size], weights: [], parameterCount: 0 };
    }
    case 'dense': {
      if (inputShape.length !== 1) {
        throw layerError(
          layer,
          inputShape,
          'expected an input of one dimension',
          'Put a flatten layer before it.',
        );
      }
      return withWeights(layer, [layer.units], [inputShape[0], layer.units], layer.units);
    }
  }
}

function withWeights(
  layer: Layer,
  outputShape: readonly number[],
  kernelShape: readonly number[],
  biasLength: number,
): LayerShape {
  const kernelSize = kernelShape.reduce((product, dimension) => product * dimension, 1);
  return {
    layer,
    outputShape,
    weights: [
      { name: `${layer.name}/kernel`, shape: kernelShape },
      { name: `${layer.name}/bias`, shape: [biasLength] },
    ],
    parameterCount: kernelSize + biasLength,
  };
}

/** Number of positions of a window, as TensorFlow counts them. */
function slidingWindowSize(
  layer: Layer,
  size: number,
  window: number,
  stride: number,
  padding: Padding,
): number {
  if (padding === 'same') return Math.ceil(size / stride);
  if (window > size) {
    throw layerError(
      layer,
      [size],
      `a window of ${window} pixels does not fit`,
      'Use a smaller window or same padding.',
    );
  }
  return Math.floor((size - window) / stride) + 1;
}

function requireImage(layer: Layer, inputShape: readonly number[]): readonly [number, number, number] {
  if (inputShape.length !== 3) {
    throw layerError(
      layer,
      inputShape,
      'expected an input of [height, width, channels]',
      'Put it before the flatten layer.',
    );
  }
  return inputShape as readonly [number, number, number];
}

function layerError(layer: Layer, inputShape: readonly number[], problem: string, remedy: string) {
  return new InvalidArgumentError({
    argument: layer.name,
    received: inputShape,
    message: `Layer "${layer.name}" (${layer.kind}): ${problem}, got [${inputShape.join(', ')}]. ${remedy}`,
  });
}
