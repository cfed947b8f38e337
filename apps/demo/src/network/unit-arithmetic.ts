import {
  type Activation,
  type Architecture,
  type Layer,
  layerShapes,
  softmax,
  type Weights,
} from '@lenet/core';
import { type Area, outputShapeOf, type UnitPlace, windowOf, windowStart } from './receptive-field';

/** One input of a unit. */
export interface Term {
  /** Where it is in the output of the layer before. */
  readonly place: UnitPlace;
  readonly input: number;
  /** 1 where the layer has no weights. */
  readonly weight: number;
}

/** How one number of a layer comes about. */
export interface UnitArithmetic {
  readonly layer: Layer;
  readonly window: Area;
  /** Row by row, channel by channel within a place, as the window lies. */
  readonly terms: readonly Term[];
  /** Of a convolution or a dense layer. */
  readonly bias?: number;
  /** Of weights and inputs, and the bias: before the activation function. */
  readonly sum?: number;
  readonly activation?: Activation;
  /** What comes out; of softmax, the probability. */
  readonly output: number;
}

/**
 * The arithmetic of one unit, from the values that the network computed.
 *
 * @param inputs float32, the values of the layer before it; of the first layer, the image from 0 to 1
 * @param outputs float32, the values of the layer itself; of a softmax layer, the logits
 */
export function unitArithmetic(
  network: { readonly architecture: Architecture; readonly weights: Weights },
  layerIndex: number,
  place: UnitPlace,
  values: { readonly inputs: Float32Array; readonly outputs: Float32Array },
): UnitArithmetic {
  const { architecture, weights } = network;
  const layer = architecture.layers[layerIndex];
  const window = windowOf(architecture, layerIndex, place);
  const output = values.outputs[valueIndex(outputShapeOf(architecture, layerIndex), place)];
  const inputs = { values: values.inputs, shape: outputShapeOf(architecture, layerIndex - 1) };
  switch (layer.kind) {
    case 'flatten':
    case 'dropout': {
      const from = layer.kind === 'dropout' ? place : placeOf(inputs.shape, place.channel);
      return { layer, window, terms: [termAt(inputs, from, 1)], output };
    }
    case 'maxPooling2d':
    case 'averagePooling2d':
      return {
        layer,
        window,
        terms: placesIn(window, [place.channel]).map((each) => termAt(inputs, each, 1)),
        output,
      };
    case 'conv2d':
    case 'dense': {
      const [kernel, bias] = tensorsOf(architecture, weights, layerIndex);
      const channels = Array.from({ length: inputs.shape[2] }, (_, channel) => channel);
      const units = layer.kind === 'conv2d' ? layer.filters : layer.units;
      const first = windowStart(architecture, layerIndex, place);
      const size = layer.kind === 'conv2d' ? layer.kernelSize : inputs.shape[1];
      const terms = placesIn(window, channels).map((each) => {
        const position = (each.row - first.row) * size + each.column - first.column;
        return termAt(
          inputs,
          each,
          kernel[(position * inputs.shape[2] + each.channel) * units + place.channel],
        );
      });
      const sum = terms.reduce((total, { input, weight }) => total + input * weight, bias[place.channel]);
      return {
        layer,
        window,
        terms,
        bias: bias[place.channel],
        sum,
        activation: layer.activation,
        output: layer.activation === 'softmax' ? softmax(values.outputs, units)[place.channel] : output,
      };
    }
  }
}

/** Index of a place in row-major values. */
export function valueIndex([, width, channels]: readonly [number, number, number], place: UnitPlace): number {
  return (place.row * width + place.column) * channels + place.channel;
}

/** The kernel and the bias of a layer. */
export function tensorsOf(architecture: Architecture, weights: Weights, layerIndex: number): Float32Array[] {
  const shapes = layerShapes(architecture);
  const first = shapes.slice(0, layerIndex).reduce((count, shape) => count + shape.weights.length, 0);
  return weights.slice(first, first + shapes[layerIndex].weights.length).map(({ values }) => values);
}

/** Place of value number `index` in row-major values. */
function placeOf([, width, channels]: readonly [number, number, number], index: number): UnitPlace {
  const position = Math.floor(index / channels);
  return { row: Math.floor(position / width), column: position % width, channel: index % channels };
}

function placesIn({ top, left, bottom, right }: Area, channels: readonly number[]): UnitPlace[] {
  const places: UnitPlace[] = [];
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      for (const channel of channels) places.push({ row, column, channel });
    }
  }
  return places;
}

function termAt(
  inputs: { readonly values: Float32Array; readonly shape: readonly [number, number, number] },
  place: UnitPlace,
  weight: number,
): Term {
  return { place, input: inputs.values[valueIndex(inputs.shape, place)], weight };
}
