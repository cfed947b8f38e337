import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import {
  TensorProto_DataType as DataType,
  GraphProtoSchema,
  type NodeProto,
  TensorProtoSchema,
} from './onnx_pb.js';
import { readConstants } from './onnx-constants.js';
import { operation, tensor } from './onnx-values.js';

const bytes = tensor('bytes', [2, 3], 'int8', Int8Array.of(1, 2, 3, -4, -5, -6));

/** What a graph of these numbers and one operation on them holds under the name of the operation. */
const fold = (node: NodeProto, ...others: ReturnType<typeof tensor>[]) =>
  readConstants(create(GraphProtoSchema, { initializer: [bytes, ...others], node: [node] })).get('result');

test('a DequantizeLinear with a scale and a zero for each row, or each column, or for all', () => {
  const rows = [
    tensor('scale', [2], 'float32', Float32Array.of(0.5, 2)),
    tensor('zero', [2], 'int8', Int8Array.of(1, -1)),
  ];
  const names = ['bytes', 'scale', 'zero'];
  expect(fold(operation('DequantizeLinear', 'result', names, { axis: 0 }), ...rows)).toEqual({
    shape: [2, 3],
    values: Float32Array.of(0, 0.5, 1, -6, -8, -10),
  });
  const columns = tensor('scale', [3], 'float32', Float32Array.of(1, 10, 100));
  expect(
    fold(operation('DequantizeLinear', 'result', ['bytes', 'scale'], { axis: -1 }), columns)?.values,
  ).toEqual(Float32Array.of(1, 20, 300, -4, -50, -600));
  const one = tensor('scale', [], 'float32', Float32Array.of(2));
  expect(fold(operation('DequantizeLinear', 'result', ['bytes', 'scale']), one)?.values).toEqual(
    Float32Array.of(2, 4, 6, -8, -10, -12),
  );
});

test('a product along one axis, and no other', () => {
  const multiply = (shape: number[], ...factors: number[]) =>
    fold(
      operation('Mul', 'result', ['bytes', 'factors']),
      tensor('factors', shape, 'float32', Float32Array.from(factors)),
    );
  expect(multiply([2, 1], 1, 10)?.values).toEqual(Float32Array.of(1, 2, 3, -40, -50, -60));
  expect(multiply([1, 3], 1, 10, 100)?.values).toEqual(Float32Array.of(1, 20, 300, -4, -50, -600));
  expect(multiply([2, 3], 1, 1, 1, 1, 1, 1)).toBe(undefined);
  expect(multiply([3], 1, 1, 1)).toBe(undefined);
});

test('numbers in fields of their own type, and in a Constant', () => {
  const halves = create(TensorProtoSchema, {
    name: 'result',
    dims: [2n],
    dataType: DataType.FLOAT16,
    int32Data: [0x3c00, 0xc000],
  });
  expect(fold(operation('Relu', 'other', ['bytes']), halves)?.values).toEqual(Float32Array.of(1, -2));
  const node = operation('Constant', 'result', []);
  const value = create(TensorProtoSchema, { dims: [2n], dataType: DataType.INT64, int64Data: [-1n, 256n] });
  expect(
    fold({ ...node, attribute: [{ ...operation('', '', [], { value: 0 }).attribute[0], t: value }] })?.values,
  ).toEqual(Float32Array.of(-1, 256));
});

test('numbers that are cut short are none', () => {
  const { rawData, ...rest } = tensor('result', [2], 'float32', Float32Array.of(1, 2));
  expect(fold(operation('Relu', 'other', ['bytes']), { ...rest, rawData: rawData.subarray(0, 7) })).toBe(
    undefined,
  );
});
