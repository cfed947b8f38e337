import {
  type Activation,
  type ArchitectureDefinition,
  defineArchitecture,
  type LayerDefinition,
  layerShapes,
} from '@lenet/core';
import { transpose } from '../transpose.js';
import { type NodeAttributes, nodeAttributes } from './node-attributes.js';
import type { NodeProto } from './onnx_pb.js';
import type { OnnxConstant } from './onnx-constants.js';
import { windowPadding } from './window-padding.js';

/** Layers in a row, and the numbers of each, kernel before bias, in Keras's layout. */
export interface LayerRow {
  readonly layers: LayerDefinition[];
  readonly tensors: Float32Array[];
}

/** The row so far. */
interface Row extends LayerRow {
  /** Shape of the images that the vector at hand stands for, until a dense layer has taken it; else empty. */
  flattened: readonly number[];
  /** The last layer came without biases: an Add may bring them. */
  lacksBias: boolean;
}

/** The operation at hand. */
interface Step extends NodeAttributes {
  /** Of what it takes, in Keras's layout. */
  readonly shape: readonly number[];
  readonly parameterCount: number;
  /** What the operation takes besides the images. @throws {ModelFolderError} when the file does not hold it */
  constant(index: number): OnnxConstant;
}

const operators: Readonly<Record<string, (row: Row, step: Step) => void>> = {
  Conv: addConvolution,
  MaxPool: (row, step) => addPooling(row, step, 'maxPooling2d'),
  AveragePool: (row, step) => addPooling(row, step, 'averagePooling2d'),
  Flatten: addFlatten,
  Reshape: addReshape,
  Gemm: addDense,
  MatMul: addDense,
  Add: addBias,
  Relu: (row, step) => addActivation(row, step, 'relu'),
  Tanh: (row, step) => addActivation(row, step, 'tanh'),
  Sigmoid: (row, step) => addActivation(row, step, 'sigmoid'),
  Softmax: (row, step) => addActivation(row, step, 'softmax'),
  LogSoftmax: (row, step) => addActivation(row, step, 'softmax'),
  Dropout: () => {},
  Identity: () => {},
};

/**
 * Reads a row of operations.
 *
 * @param nodes those that compute with images; what they hold besides is among `constants`
 * @param images name of the input
 * @param inputShape `[height, width, channels]` of an image
 * @throws {ModelFolderError} naming the operation that none of our layers does, or that branches off
 * @throws {InvalidArgumentError} naming the layer that does not fit the one before
 */
export function readRow(
  file: string,
  nodes: readonly NodeProto[],
  images: string,
  inputShape: readonly [number, number, number],
  constants: ReadonlyMap<string, OnnxConstant>,
): LayerRow {
  const row: Row = { layers: [], tensors: [], flattened: [], lacksBias: false };
  let current = images;
  for (const node of nodes) {
    const attributes = nodeAttributes(file, node);
    const parameters = node.input.filter((name) => name !== current && name !== '');
    if (!node.input.includes(current)) {
      throw attributes.refuse(
        `"${current}" as its input`,
        node.input.map((name) => `"${name}"`).join(', ') || 'none',
      );
    }
    const add = operators[node.opType];
    if (!add) throw attributes.refuse(`one of ${Object.keys(operators).join(', ')}`, node.opType);
    add(row, {
      ...attributes,
      shape: shapeAfter(inputShape, row.layers),
      parameterCount: parameters.length,
      constant(index) {
        const found = constants.get(parameters[index]);
        if (found) return found;
        throw attributes.refuse('numbers in the file', parameters[index] ? `"${parameters[index]}"` : 'none');
      },
    });
    current = node.output[0];
  }
  return row;
}

function shapeAfter(
  inputShape: ArchitectureDefinition['inputShape'] & {},
  layers: readonly LayerDefinition[],
): readonly number[] {
  if (layers.length === 0) return inputShape;
  return layerShapes(defineArchitecture({ name: 'row', inputShape, layers })).at(-1)!.outputShape;
}

function addConvolution(row: Row, step: Step): void {
  const { shape: stored, values } = step.constant(0);
  const [outputs, channels, kernelSize, width] = stored;
  if (stored.length !== 4 || kernelSize !== width || channels !== step.shape[2]) {
    throw step.refuse(`square kernels for [${step.shape.join(', ')}]`, `[${stored.join(', ')}]`);
  }
  step.require('group', 1);
  step.requireEach('dilations', 1);
  const stride = step.square('strides', 1);
  const padding = windowPadding(step, kernelSize, stride, step.shape);
  row.layers.push({ kind: 'conv2d', filters: outputs, kernelSize, stride, padding });
  pushTensors(row, step, transpose(values, stored, [2, 3, 1, 0]), outputs);
}

function addPooling(row: Row, step: Step, kind: 'maxPooling2d' | 'averagePooling2d'): void {
  const poolSize = step.square('kernel_shape');
  const stride = step.square('strides', 1);
  step.require('ceil_mode', 0);
  step.requireEach('dilations', 1);
  const padding = windowPadding(step, poolSize, stride, step.shape);
  if (padding === 'same') step.require('count_include_pad', 0);
  row.layers.push({ kind, poolSize, stride, ...(padding === 'same' && { padding }) });
}

function addFlatten(row: Row, step: Step): void {
  step.require('axis', 1);
  row.layers.push({ kind: 'flatten' });
  if (step.shape.length === 3) row.flattened = step.shape;
}

/** To `[count, size]`; the count may be written as -1, 0 or a number. */
function addReshape(row: Row, step: Step): void {
  const { values } = step.constant(0);
  const size = step.shape.reduce((product, length) => product * length, 1);
  if (values.length !== 2 || (values[1] !== -1 && values[1] !== size)) {
    throw step.refuse(`the shape [count, ${size}]`, `[${values.join(', ')}]`);
  }
  addFlatten(row, step);
}

function addDense(row: Row, step: Step): void {
  step.require('alpha', 1);
  step.require('beta', 1);
  step.require('transA', 0);
  const { shape: stored, values } = step.constant(0);
  const isTransposed = step.integer('transB', 0) === 1;
  const [inputs, units] = isTransposed ? [stored[1], stored[0]] : stored;
  if (stored.length !== 2 || step.shape.length !== 1 || inputs !== step.shape[0]) {
    throw step.refuse(`a matrix for [${step.shape.join(', ')}]`, `[${stored.join(', ')}]`);
  }
  const rows = isTransposed ? transpose(values, stored, [1, 0]) : values;
  const [height, width, channels] = row.flattened;
  const kernel =
    row.flattened.length === 3 ? transpose(rows, [channels, height, width, units], [1, 2, 0, 3]) : rows;
  row.flattened = [];
  row.layers.push({ kind: 'dense', units });
  pushTensors(row, step, kernel, units);
}

function pushTensors(row: Row, step: Step, kernel: Float32Array, outputs: number): void {
  row.lacksBias = step.parameterCount === 1;
  const bias = row.lacksBias ? new Float32Array(outputs) : step.constant(1).values;
  if (bias.length !== outputs) throw step.refuse(`${outputs} biases`, `${bias.length}`);
  row.tensors.push(kernel, bias);
}

/** A MatMul has no biases of its own. */
function addBias(row: Row, step: Step): void {
  const { values } = step.constant(0);
  const last = row.layers.at(-1);
  if (!row.lacksBias || last?.kind !== 'dense' || values.length !== last.units) {
    throw step.refuse('biases for the MatMul before it', `${values.length} numbers`);
  }
  row.tensors[row.tensors.length - 1] = values;
  row.lacksBias = false;
}

/** Behind a flatten or a maximum it does what it does before: relu and its like keep the order of numbers. */
function addActivation(row: Row, step: Step, activation: Activation): void {
  const passed = activation === 'softmax' ? [] : ['flatten', 'maxPooling2d'];
  const index = row.layers.findLastIndex(({ kind }) => !passed.includes(kind));
  const layer = row.layers[index];
  if ((layer?.kind !== 'conv2d' && layer?.kind !== 'dense') || layer.activation !== undefined) {
    throw step.refuse('a layer with weights and no activation before it', layer?.kind ?? 'none');
  }
  row.layers[index] = { ...layer, activation };
  row.lacksBias = false;
}
