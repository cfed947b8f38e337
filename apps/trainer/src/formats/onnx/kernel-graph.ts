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

/**
 * The tensors of a kernel, and the operations that make float32 of them where they are not: the last has the kernel's name.
 *
 * int8 passes a Cast and a Mul, which onnxruntime computes once, when it loads the file, and not a DequantizeLinear, which it
 * computes for every image, or takes for leave to round what the layer gets to 8 bits, too: see
 * docs/decisions/2026-11-23-formats-of-models.md.
 */
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
  const scaleDims = dims.map((size, axis) => (axis === outputAxis ? size : 1));
  return {
    tensors: [
      tensor(stored, dims, format, transpose(quantized.values, shape, order)),
      tensor(`${name}/scale`, scaleDims, 'float32', quantized.scales),
    ],
    nodes: [
      operation('Cast', `${name}/unscaled`, [stored], { to: DataType.FLOAT }),
      operation('Mul', name, [`${name}/unscaled`, `${name}/scale`]),
    ],
  };
}
