import type * as tfl from '@tensorflow/tfjs-layers';
import type { Activation, Architecture, Layer, Padding } from '../architecture/architecture.js';
import { layerShapes } from '../architecture/layer-shapes.js';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';

const supported = 'Conv2D, MaxPooling2D, AveragePooling2D, Flatten, Dense or Dropout';

/**
 * The architecture of a model of `@tensorflow/tfjs-layers`: with `getModelWeights` it goes on as a learner
 * or classifier on every backend.
 *
 * @param model a row of Conv2D, MaxPooling2D, AveragePooling2D, Flatten, Dense and Dropout layers
 * @throws {InvalidArgumentError} naming the layer, when it is of another kind or has an option that an
 *   architecture does not
 * @example
 * import '@tensorflow/tfjs-backend-cpu';
 * import { architectureFromModel } from '@lenet/core/tfjs';
 * import * as tf from '@tensorflow/tfjs-core';
 * import { layers, sequential } from '@tensorflow/tfjs-layers';
 *
 * await tf.setBackend('cpu');
 * const model = sequential({ name: 'own' });
 * model.add(layers.flatten({ inputShape: [28, 28, 1] }));
 * model.add(layers.dense({ units: 10, activation: 'softmax' }));
 * console.log(architectureFromModel(model).layers[1].kind); // dense
 * model.dispose();
 */
export function architectureFromModel(model: tfl.LayersModel): Architecture {
  const layers = model.layers.filter((layer) => layer.getClassName() !== 'InputLayer');
  for (const [index, layer] of layers.entries()) requireRow(layer, layers[index - 1]);
  const architecture = { name: model.name, inputShape: inputShapeOf(model), layers: layers.map(readLayer) };
  layerShapes(architecture);
  return architecture;
}

function inputShapeOf(model: tfl.LayersModel): Architecture['inputShape'] {
  const [, ...shape] = model.inputs[0].shape;
  const [height, width, channels] = shape;
  if (shape.length === 3 && height && width && channels) return [height, width, channels];
  throw new InvalidArgumentError({
    argument: 'model',
    received: shape,
    message: `Model "${model.name}": expected an input of [height, width, channels], got [${shape.join(', ')}].`,
  });
}

/** What tfjs says of a layer; of another kind of layer most is not there. */
interface Config {
  readonly filters: number;
  readonly units: number;
  readonly kernelSize: number[];
  readonly poolSize: number[];
  readonly strides: number[];
  readonly padding: Padding;
  readonly activation: Activation;
  readonly rate: number;
}

function readLayer(layer: tfl.layers.Layer): Layer {
  const { name } = layer;
  const config = layer.getConfig() as unknown as Config;
  switch (layer.getClassName()) {
    case 'Conv2D':
      requireOptions(layer, { useBias: true, dataFormat: 'channelsLast', dilationRate: [1, 1] });
      return {
        kind: 'conv2d',
        name,
        filters: config.filters,
        kernelSize: square(layer, 'kernelSize'),
        stride: square(layer, 'strides'),
        padding: config.padding,
        activation: readActivation(layer),
      };
    case 'MaxPooling2D':
      return { kind: 'maxPooling2d', name, ...readPooling(layer, config) };
    case 'AveragePooling2D':
      return { kind: 'averagePooling2d', name, ...readPooling(layer, config) };
    case 'Flatten':
      requireOptions(layer, { dataFormat: 'channelsLast' });
      return { kind: 'flatten', name };
    case 'Dense':
      requireOptions(layer, { useBias: true });
      return { kind: 'dense', name, units: config.units, activation: readActivation(layer) };
    case 'Dropout':
      requireOptions(layer, { noiseShape: null });
      return { kind: 'dropout', name, rate: config.rate };
    default:
      throw problem(layer, supported, layer.getClassName());
  }
}

function readPooling(layer: tfl.layers.Layer, { padding }: Config) {
  requireOptions(layer, { dataFormat: 'channelsLast' });
  const sizes = { poolSize: square(layer, 'poolSize'), stride: square(layer, 'strides') };
  return padding === 'same' ? { ...sizes, padding } : sizes;
}

function readActivation(layer: tfl.layers.Layer): Activation {
  const { activation } = layer.getConfig() as unknown as Config;
  if (['linear', 'relu', 'tanh', 'sigmoid', 'softmax'].includes(activation)) return activation;
  throw problem(layer, 'activation linear, relu, tanh, sigmoid or softmax', activation);
}

/** An option that is the same along both axes. */
function square(layer: tfl.layers.Layer, option: 'kernelSize' | 'poolSize' | 'strides'): number {
  const [rows, columns] = (layer.getConfig() as unknown as Config)[option];
  if (rows === columns) return rows;
  throw problem(layer, `the same ${option} along both axes`, `[${rows}, ${columns}]`);
}

/** An option that is not there has its default, which is the one wanted. */
function requireOptions(layer: tfl.layers.Layer, options: Readonly<Record<string, unknown>>): void {
  const config = layer.getConfig();
  for (const [option, wanted] of Object.entries(options)) {
    const received = JSON.stringify(config[option] ?? wanted);
    if (received !== JSON.stringify(wanted)) {
      throw problem(layer, `${option} ${JSON.stringify(wanted)}`, received);
    }
  }
}

/** Each layer takes what the one before it gives, and nothing else. */
function requireRow(layer: tfl.layers.Layer, before: tfl.layers.Layer | undefined): void {
  const inputs = layer.inboundNodes.flatMap((node) => node.inboundLayers);
  const names = inputs.filter((input) => input.getClassName() !== 'InputLayer').map(({ name }) => name);
  if (layer.inboundNodes.length === 1 && names.join() === (before?.name ?? '')) return;
  const expected = before ? `one input, the output of "${before.name}"` : 'the images as its one input';
  throw problem(layer, expected, names.length > 0 ? `that of ${names.join(' and ')}` : 'none');
}

function problem(layer: tfl.layers.Layer, expected: string, received: string): InvalidArgumentError {
  return new InvalidArgumentError({
    argument: layer.name,
    received,
    message: `Layer "${layer.name}" (${layer.getClassName()}): expected ${expected}, got ${received}.`,
  });
}
