import {
  type Architecture,
  type AveragePooling2dLayer,
  type Conv2dLayer,
  layerShapes,
  type MaxPooling2dLayer,
  paddingBefore,
  type Weights,
} from '@lenet/core';
import type { WeightsFormat } from '@lenet/core/models';
import { type KernelLayout, kernelGraph } from './kernel-graph.js';
import type { NodeProto, TensorProto } from './onnx_pb.js';
import { operation, tensor } from './onnx-values.js';

const activationOperators = { relu: 'Relu', tanh: 'Tanh', sigmoid: 'Sigmoid' } as const;

/**
 * The layers as operations of ONNX, without dropout and without the softmax of the last.
 *
 * Keras's layouts become ONNX's: images `[channels, height, width]`, kernels `[out, in, height, width]`, and the rows of
 * the first dense layer in the order of channels, rows, columns.
 *
 * @param images name of the input
 * @param format of the kernels; biases are float32
 */
export function layerNodes(
  architecture: Architecture,
  weights: Weights,
  images: string,
  format: WeightsFormat,
): { nodes: NodeProto[]; tensors: TensorProto[] } {
  const nodes: NodeProto[] = [];
  const tensors: TensorProto[] = [];
  let current = images;
  let inputShape: readonly number[] = architecture.inputShape;
  let flattened: readonly number[] = [];
  let nextWeight = 0;
  for (const { layer, outputShape, weights: own } of layerShapes(architecture)) {
    const [kernel, bias] = weights.slice(nextWeight, nextWeight + own.length);
    nextWeight += own.length;
    const append = (opType: string, name: string, parameters: string[], attributes = {}) => {
      nodes.push(operation(opType, name, [current, ...parameters], attributes));
      current = name;
    };
    const addWeights = (layout: KernelLayout) => {
      const graph = kernelGraph(kernel, layout, format);
      nodes.push(...graph.nodes);
      tensors.push(...graph.tensors, tensor(bias.name, bias.shape, 'float32', bias.values));
      return [kernel.name, bias.name];
    };
    switch (layer.kind) {
      case 'conv2d':
        append(
          'Conv',
          layer.name,
          addWeights(convolutionLayout(kernel.shape)),
          windowAttributes(layer, layer.kernelSize, inputShape, outputShape),
        );
        break;
      case 'maxPooling2d':
      case 'averagePooling2d':
        append(
          layer.kind === 'maxPooling2d' ? 'MaxPool' : 'AveragePool',
          layer.name,
          [],
          windowAttributes(layer, layer.poolSize, inputShape, outputShape),
        );
        break;
      case 'flatten':
        append('Flatten', layer.name, [], { axis: 1 });
        flattened = inputShape;
        break;
      case 'dense':
        append('Gemm', layer.name, addWeights(denseLayout(kernel.shape, flattened)));
        flattened = [];
        break;
      case 'dropout':
    }
    if ('activation' in layer && layer.activation !== 'linear' && layer.activation !== 'softmax') {
      append(activationOperators[layer.activation], `${layer.name}/${layer.activation}`, []);
    }
    inputShape = outputShape;
  }
  return { nodes, tensors };
}

function convolutionLayout([height, width, inputs, outputs]: readonly number[]): KernelLayout {
  return {
    shape: [height, width, inputs, outputs],
    order: [3, 2, 0, 1],
    dims: [outputs, inputs, height, width],
    outputAxis: 0,
  };
}

/** @param flattened `[height, width, channels]` of the images that the rows stand for; else empty */
function denseLayout(dims: readonly number[], flattened: readonly number[]): KernelLayout {
  return flattened.length === 3
    ? { shape: [...flattened, dims[1]], order: [2, 0, 1, 3], dims, outputAxis: 1 }
    : { shape: dims, order: [0, 1], dims, outputAxis: 1 };
}

function windowAttributes(
  { stride, padding }: Conv2dLayer | MaxPooling2dLayer | AveragePooling2dLayer,
  window: number,
  inputShape: readonly number[],
  outputShape: readonly number[],
): Record<string, readonly number[]> {
  const sides = [0, 1].map((axis) => {
    const before = paddingBefore(padding, window, stride, inputShape[axis], outputShape[axis]);
    const after = Math.max(0, (outputShape[axis] - 1) * stride + window - inputShape[axis] - before);
    return { before, after };
  });
  return {
    kernel_shape: [window, window],
    strides: [stride, stride],
    // Of rows and columns before the image, then of those behind it.
    pads: [...sides.map(({ before }) => before), ...sides.map(({ after }) => after)],
  };
}
