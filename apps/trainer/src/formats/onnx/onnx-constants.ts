// Numbers that an ONNX file holds, in whatever type and behind whatever operation that only changes their type.
import { decodeFloat16 } from '@lenet/core/models';
import {
  TensorProto_DataType as DataType,
  type GraphProto,
  type NodeProto,
  type TensorProto,
} from './onnx_pb.js';

/** Numbers with their shape, row-major. */
export interface OnnxConstant {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/**
 * All constants of a graph, by name: its initialisers and Constant nodes, and what Identity, Cast, Mul and
 * DequantizeLinear make of them. What cannot be read is not among them.
 */
export function readConstants({ initializer, node }: GraphProto): Map<string, OnnxConstant> {
  const constants = new Map<string, OnnxConstant>();
  const set = (name: string, constant: OnnxConstant | undefined) => constant && constants.set(name, constant);
  for (const tensor of initializer) set(tensor.name, readTensor(tensor));
  for (const each of node) set(each.output[0], foldNode(each, constants));
  return constants;
}

function foldNode(node: NodeProto, constants: ReadonlyMap<string, OnnxConstant>): OnnxConstant | undefined {
  if (node.opType === 'Constant') {
    const value = node.attribute.find(({ name }) => name === 'value')?.t;
    return value && readTensor(value);
  }
  const [values, scale, zeroPoint] = node.input.map((name) => constants.get(name));
  if (!values) return undefined;
  switch (node.opType) {
    case 'Identity':
    case 'Cast':
      return values;
    case 'Mul':
      return scale && multiplyConstants(values, scale);
    case 'DequantizeLinear': {
      const axis = Number(node.attribute.find(({ name }) => name === 'axis')?.i ?? 1);
      return scale && dequantize(values, scale, zeroPoint, axis);
    }
  }
  return undefined;
}

/** @returns undefined where the second varies along more than one axis of the first */
function multiplyConstants(values: OnnxConstant, factors: OnnxConstant): OnnxConstant | undefined {
  const axes = factors.shape.flatMap((size, axis) => (size > 1 ? [axis] : []));
  const isAlongOne =
    axes.length <= 1 &&
    factors.shape.length === values.shape.length &&
    axes.every((axis) => factors.shape[axis] === values.shape[axis]);
  return isAlongOne ? dequantize(values, factors, undefined, axes[0] ?? 0) : undefined;
}

function dequantize(
  { shape, values }: OnnxConstant,
  { values: scales }: OnnxConstant,
  zeroPoint: OnnxConstant | undefined,
  axis: number,
): OnnxConstant {
  const inner = shape.slice(axis < 0 ? shape.length + axis + 1 : axis + 1).reduce(multiply, 1);
  const restored = values.map((value, index) => {
    const output = scales.length === 1 ? 0 : Math.floor(index / inner) % scales.length;
    return (value - (zeroPoint?.values[output] ?? 0)) * scales[output];
  });
  return { shape, values: restored };
}

function readTensor(tensor: TensorProto): OnnxConstant | undefined {
  const shape = tensor.dims.map(Number);
  const values = readValues(tensor);
  return values?.length === shape.reduce(multiply, 1) ? { shape, values } : undefined;
}

function readValues({ dataType, rawData, floatData, int32Data, int64Data }: TensorProto) {
  const isRaw = rawData.length > 0;
  switch (dataType) {
    case DataType.FLOAT:
      return isRaw ? view(rawData, Float32Array) : Float32Array.from(floatData);
    case DataType.FLOAT16:
      return decodeFloat16(isRaw ? view(rawData, Uint16Array) : Uint16Array.from(int32Data));
    case DataType.INT8:
      return Float32Array.from(isRaw ? view(rawData, Int8Array) : int32Data);
    case DataType.UINT8:
      return Float32Array.from(isRaw ? rawData : int32Data);
    case DataType.INT64:
      return Float32Array.from(isRaw ? view(rawData, BigInt64Array) : int64Data, Number);
  }
  return undefined;
}

/** Numbers of bytes that may begin anywhere, in a copy; what does not fill a number at the end is left out. */
function view<Numbers>(
  bytes: Uint8Array,
  Type: { new (buffer: ArrayBuffer): Numbers; readonly BYTES_PER_ELEMENT: number },
): Numbers {
  const size = Type.BYTES_PER_ELEMENT;
  return new Type(new Uint8Array(bytes.subarray(0, Math.floor(bytes.length / size) * size)).buffer);
}

const multiply = (product: number, size: number) => product * size;
