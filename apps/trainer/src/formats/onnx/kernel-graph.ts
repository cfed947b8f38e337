import type { NamedTensor } from '@lenet/core';
import { encodeFloat16, quantizeInt8, type WeightsFormat } from '@lenet/core/models';
import { transpose } from '../transpose.js';
import { TensorProto_DataType as DataType, type NodeProto, type TensorProto } from './onnx_pb.js';
import { operation, tensor } from './onnx-values.js';

/** Where the numbers of a kernel go. */
export interface KernelLayout {
  /** What to see the kernel as, and its axes in their new order. */
  readonly shape: readonly number[];
  readonly order: readonly number[];
  /** Shape in the file. */
  readonly dims: readonly number[];
  /** Axis of `dims` along which the outputs lie. */
  readonly outputAxis: number;
}

/** The tensors of a kernel, and the operation that makes float32 of them where they are not: its result has the kernel's name. */
export function kernelGraph(
  { name, values }: NamedTensor,
  { shape, order, dims, outputAxis }: KernelLayout,
  format: WeightsFormat,
): { tensors: TensorProto[]; nodes: NodeProto[] } {
  if (format === 'float32') {
    return { tensors: [tensor(name, dims, format, transpose(values, shape, order))], nodes: [] };
  }
  const stored = `${name}/${format}`;
  if (format === 'float16') {
    return {
      tensors: [tensor(stored, dims, format, transpose(encodeFloat16(values), shape, order))],
      nodes: [operation('Cast', name, [stored], { to: DataType.FLOAT })],
    };
  }
  const quantized = quantizeInt8(values, dims[outputAxis]);
  return {
    tensors: [
      tensor(stored, dims, format, transpose(quantized.values, shape, order)),
      tensor(`${name}/scale`, [dims[outputAxis]], 'float32', quantized.scales),
    ],
    nodes: [operation('DequantizeLinear', name, [stored, `${name}/scale`], { axis: outputAxis })],
  };
}
