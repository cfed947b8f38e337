import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import type { Architecture, Layer } from '../architecture/architecture.js';
import { weightShapes } from '../architecture/layer-shapes.js';
import { requireNamedTensors } from '../training/require-named-tensors.js';
import type { Weights } from '../training/weights.js';
import { requireTfjsLayers } from './require-tfjs-layers.js';

/**
 * The model of `@tensorflow/tfjs-layers` with the names of the architecture and the given weights. It
 * gives probabilities: the softmax of the last layer is part of it.
 *
 * @returns to be disposed by the caller
 * @throws {InvalidArgumentError} when the weights are not those of the architecture
 * @throws {TfjsInstallationError} when TensorFlow.js is there twice, or in a version that is not supported
 * @example
 * import '@tensorflow/tfjs-backend-cpu';
 * import { denseBaseline, initialiseWeights } from '@lenet/core';
 * import { buildModel } from '@lenet/core/tfjs';
 * import * as tf from '@tensorflow/tfjs-core';
 *
 * await tf.setBackend('cpu');
 * const model = buildModel(denseBaseline, initialiseWeights(denseBaseline, { seed: 1 }));
 * console.log(model.layers.length); // 3
 * model.dispose();
 */
export function buildModel(architecture: Architecture, weights: Weights): tfl.Sequential {
  requireTfjsLayers();
  const tensors = requireNamedTensors(weights, weightShapes(architecture));
  const model = tfl.sequential({ name: architecture.name });
  for (const [index, layer] of architecture.layers.entries()) {
    model.add(buildLayer(layer, index === 0 ? architecture.inputShape : undefined));
  }
  tf.tidy(() => {
    model.setWeights(tensors.map(({ values, shape }) => tf.tensor(values.slice(), [...shape], 'float32')));
  });
  return model;
}

function buildLayer(layer: Layer, inputShape: readonly number[] | undefined) {
  const common = { name: layer.name, ...(inputShape && { inputShape: [...inputShape] }) };
  switch (layer.kind) {
    case 'conv2d': {
      const { filters, kernelSize, stride: strides, padding, activation } = layer;
      return tfl.layers.conv2d({ ...common, filters, kernelSize, strides, padding, activation });
    }
    case 'maxPooling2d':
    case 'averagePooling2d': {
      const { kind, poolSize, stride: strides, padding = 'valid' } = layer;
      return tfl.layers[kind]({ ...common, poolSize, strides, padding });
    }
    case 'flatten':
      return tfl.layers.flatten(common);
    case 'dropout':
      return tfl.layers.dropout({ ...common, rate: layer.rate });
    case 'dense':
      return tfl.layers.dense({ ...common, units: layer.units, activation: layer.activation });
  }
}
