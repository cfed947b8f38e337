// Forward and backward pass of an architecture as operations of a TensorFlow graph.
import type { Conv2dLayer, DenseLayer, Layer, LayerShape } from '@lenet/core';
import { floats, type TensorflowGraph } from './tensorflow-graph.js';

/** Tensors of the trainable weights, by their names; see `weightShapes` of @lenet/core. */
export type WeightOutputs = ReadonlyMap<string, string>;

/** What dropout layers multiply their inputs by, by the name of the layer. */
export type MaskOutputs = ReadonlyMap<string, string>;

type TrainedLayer = Conv2dLayer | DenseLayer;

/**
 * Adds the layers. The softmax of the last one is left out: its output is the logits.
 *
 * @param images float32 `[batch, height, width, channels]`
 * @returns the output of each layer
 */
export function addForward(
  graph: TensorflowGraph,
  layers: readonly LayerShape[],
  images: string,
  weights: WeightOutputs,
  masks: MaskOutputs,
): string[] {
  const outputs: string[] = [];
  let value = images;
  for (const layer of layers) {
    value = addLayer(graph, layer, value, weights, masks);
    outputs.push(value);
  }
  return outputs;
}

/**
 * Adds the gradients of the loss by all weights.
 *
 * @param outputs what `addForward` gave
 * @param logitsGradient gradient of the loss by the logits
 * @returns by the name of the weight
 */
export function addBackward(
  graph: TensorflowGraph,
  layers: readonly LayerShape[],
  images: string,
  outputs: readonly string[],
  logitsGradient: string,
  weights: WeightOutputs,
  masks: MaskOutputs,
): Map<string, string> {
  const gradients = new Map<string, string>();
  const firstTrained = layers.findIndex(({ weights }) => weights.length > 0);
  let gradient = logitsGradient;
  for (let index = layers.length - 1; index >= firstTrained; index--) {
    const { layer, weights: shapes } = layers[index];
    const input = index === 0 ? images : outputs[index - 1];
    const output = outputs[index];
    let sums = gradient;
    if ('activation' in layer) {
      sums = addActivationGradient(graph, layer, output, gradient);
      const kernel = addKernelGradient(graph, layer, input, sums, shapes[0].shape);
      gradients.set(shapes[0].name, kernel);
      gradients.set(shapes[1].name, graph.add('BiasAddGrad', [sums], floats));
    }
    // Nobody needs the gradient by the images.
    if (index > firstTrained) gradient = addInputGradient(graph, layer, input, output, sums, weights, masks);
  }
  return gradients;
}

function addLayer(
  graph: TensorflowGraph,
  { layer, outputShape, weights: shapes }: LayerShape,
  input: string,
  weights: WeightOutputs,
  masks: MaskOutputs,
): string {
  switch (layer.kind) {
    case 'maxPooling2d':
      return graph.add('MaxPool', [input], window(layer));
    case 'averagePooling2d':
      return graph.add('AvgPool', [input], window(layer));
    case 'flatten':
      return graph.add('Reshape', [input, graph.constant([2], Int32Array.of(-1, ...outputShape))], floats);
    case 'dropout': {
      const mask = masks.get(layer.name);
      return mask === undefined ? input : graph.add('Mul', [input, mask], floats);
    }
    default: {
      const [kernel, bias] = shapes.map(({ name }) => weights.get(name)!);
      const sums =
        layer.kind === 'dense'
          ? graph.add('MatMul', [input, kernel], floats)
          : graph.add('Conv2D', [input, kernel], convolution(layer));
      return addActivation(graph, layer, graph.add('BiasAdd', [sums, bias], floats));
    }
  }
}

function addActivation(graph: TensorflowGraph, { activation }: TrainedLayer, sums: string): string {
  switch (activation) {
    case 'relu':
      return graph.add('Relu', [sums], floats);
    case 'tanh':
      return graph.add('Tanh', [sums], floats);
    case 'sigmoid':
      return graph.add('Sigmoid', [sums], floats);
    default:
      return sums;
  }
}

/** Gradient by the sums that an activation was applied to. */
function addActivationGradient(
  graph: TensorflowGraph,
  { activation }: TrainedLayer,
  output: string,
  gradient: string,
): string {
  switch (activation) {
    case 'relu':
      return graph.add('ReluGrad', [gradient, output], floats);
    case 'tanh':
      return graph.add('TanhGrad', [output, gradient], floats);
    case 'sigmoid':
      return graph.add('SigmoidGrad', [output, gradient], floats);
    default:
      return gradient;
  }
}

function addKernelGradient(
  graph: TensorflowGraph,
  layer: TrainedLayer,
  input: string,
  sums: string,
  shape: readonly number[],
): string {
  if (layer.kind === 'dense') {
    return graph.add('MatMul', [input, sums], { ...floats, transpose_a: { flag: true } });
  }
  const size = graph.constant([4], Int32Array.from(shape));
  return graph.add('Conv2DBackpropFilter', [input, size, sums], convolution(layer));
}

function addInputGradient(
  graph: TensorflowGraph,
  layer: Layer,
  input: string,
  output: string,
  sums: string,
  weights: WeightOutputs,
  masks: MaskOutputs,
): string {
  const inputSize = () => graph.add('Shape', [input], floats);
  switch (layer.kind) {
    case 'conv2d': {
      const kernel = weights.get(`${layer.name}/kernel`)!;
      return graph.add('Conv2DBackpropInput', [inputSize(), kernel, sums], convolution(layer));
    }
    case 'dense': {
      const kernel = weights.get(`${layer.name}/kernel`)!;
      return graph.add('MatMul', [sums, kernel], { ...floats, transpose_b: { flag: true } });
    }
    case 'maxPooling2d':
      return graph.add('MaxPoolGrad', [input, output, sums], window(layer));
    case 'averagePooling2d':
      return graph.add('AvgPoolGrad', [inputSize(), sums], window(layer));
    case 'flatten':
      return graph.add('Reshape', [sums, inputSize()], floats);
    case 'dropout': {
      const mask = masks.get(layer.name);
      return mask === undefined ? sums : graph.add('Mul', [sums, mask], floats);
    }
  }
}

/** Settings of a convolution; height and width between batch and channels. */
const convolution = ({ stride, padding }: Conv2dLayer) => ({
  ...floats,
  strides: { integers: [1, stride, stride, 1] },
  padding: { text: padding.toUpperCase() },
});

/** Settings of a pooling. */
const window = (layer: Extract<Layer, { poolSize: number }>) => ({
  ...floats,
  ksize: { integers: [1, layer.poolSize, layer.poolSize, 1] },
  strides: { integers: [1, layer.stride, layer.stride, 1] },
  padding: { text: (layer.padding ?? 'valid').toUpperCase() },
});
