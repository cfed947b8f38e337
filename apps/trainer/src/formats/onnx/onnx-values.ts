// The small messages that an ONNX graph is made of.
import { create, type MessageInitShape } from '@bufbuild/protobuf';
import type { WeightsFormat } from '@lenet/core/models';
import {
  AttributeProto_AttributeType as AttributeType,
  TensorProto_DataType as DataType,
  type NodeProto,
  NodeProtoSchema,
  type TensorProto,
  TensorProtoSchema,
  type ValueInfoProto,
  ValueInfoProtoSchema,
} from './onnx_pb.js';

const dataTypes: Readonly<Record<WeightsFormat, DataType>> = {
  float32: DataType.FLOAT,
  float16: DataType.FLOAT16,
  int8: DataType.INT8,
};

/** An operation with one output. */
export function operation(
  opType: string,
  name: string,
  input: readonly string[],
  attributes: Readonly<Record<string, number | readonly number[]>> = {},
): NodeProto {
  return create(NodeProtoSchema, {
    opType,
    name,
    input: [...input],
    output: [name],
    attribute: Object.entries(attributes).map(([key, value]) =>
      typeof value === 'number'
        ? { name: key, type: AttributeType.INT, i: BigInt(value) }
        : { name: key, type: AttributeType.INTS, ints: value.map(BigInt) },
    ),
  });
}

/** @param values little-endian in memory, as every machine is that Node runs on; float16 as its bits */
export function tensor(
  name: string,
  shape: readonly number[],
  format: WeightsFormat,
  values: Float32Array | Uint16Array | Int8Array,
): TensorProto {
  return create(TensorProtoSchema, {
    name,
    dims: shape.map(BigInt),
    dataType: dataTypes[format],
    rawData: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
  });
}

/**
 * A float32 input or output.
 *
 * @param shape of one image or its result; any number of them may come
 */
export function value(name: string, shape: readonly number[], docString: string): ValueInfoProto {
  const dim: MessageInitShape<typeof ValueInfoProtoSchema>['type'] = {
    value: {
      case: 'tensorType',
      value: {
        elemType: DataType.FLOAT,
        shape: {
          dim: [
            { value: { case: 'dimParam', value: 'count' } },
            ...shape.map((size) => ({ value: { case: 'dimValue' as const, value: BigInt(size) } })),
          ],
        },
      },
    },
  };
  return create(ValueInfoProtoSchema, { name, type: dim, docString });
}
