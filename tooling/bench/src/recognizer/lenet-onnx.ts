import type { NamedTensor } from '@lenet/core';
import proto from 'onnx-proto';

const { AttributeProto, GraphProto, ModelProto, NodeProto, TensorProto, ValueInfoProto } = proto.onnx;
const FLOAT = TensorProto.DataType.FLOAT;
const { INTS, INT } = AttributeProto.AttributeType;

/**
 * The network of the LeNet report as an ONNX file: `images`, float32 `[count, 1, 28, 28]` from 0 to 1, to `logits`,
 * float32 `[count, 10]`. Keras's layouts become those of ONNX: kernels `[out, in, height, width]`, and the rows of the
 * first dense layer in the order of channels, rows, columns.
 *
 * @param weights of the network, in its order
 */
export function lenetOnnx(weights: readonly NamedTensor[]): Uint8Array {
  const [kernel1, bias1, kernel2, bias2, dense1, denseBias1, ...others] = weights;
  const [dense2, denseBias2, dense3, denseBias3] = others;
  const initializer = [
    tensor('kernel1', [6, 1, 5, 5], transpose(kernel1.values, [5, 5, 1, 6], [3, 2, 0, 1])),
    tensor('bias1', [6], bias1.values),
    tensor('kernel2', [16, 6, 5, 5], transpose(kernel2.values, [5, 5, 6, 16], [3, 2, 0, 1])),
    tensor('bias2', [16], bias2.values),
    tensor('dense1', [256, 120], transpose(dense1.values, [4, 4, 16, 120], [2, 0, 1, 3])),
    tensor('denseBias1', [120], denseBias1.values),
    tensor('dense2', [120, 84], dense2.values),
    tensor('denseBias2', [84], denseBias2.values),
    tensor('dense3', [84, 10], dense3.values),
    tensor('denseBias3', [10], denseBias3.values),
  ];
  const pool = { kernel_shape: [2, 2], strides: [2, 2] };
  const node = [
    operation('Conv', ['images', 'kernel1', 'bias1'], 'convolved1'),
    operation('Relu', ['convolved1'], 'active1'),
    operation('MaxPool', ['active1'], 'pooled1', pool),
    operation('Conv', ['pooled1', 'kernel2', 'bias2'], 'convolved2'),
    operation('Relu', ['convolved2'], 'active2'),
    operation('MaxPool', ['active2'], 'pooled2', pool),
    operation('Flatten', ['pooled2'], 'features', { axis: 1 }),
    operation('Gemm', ['features', 'dense1', 'denseBias1'], 'hidden1'),
    operation('Relu', ['hidden1'], 'active3'),
    operation('Gemm', ['active3', 'dense2', 'denseBias2'], 'hidden2'),
    operation('Relu', ['hidden2'], 'active4'),
    operation('Gemm', ['active4', 'dense3', 'denseBias3'], 'logits'),
  ];
  const graph = GraphProto.create({
    name: 'lenet-report',
    node,
    initializer,
    input: [value('images', [1, 28, 28])],
    output: [value('logits', [10])],
  });
  return ModelProto.encode(
    ModelProto.create({ irVersion: 8, opsetImport: [{ version: 17 }], graph }),
  ).finish();
}

function operation(
  opType: string,
  input: string[],
  output: string,
  attributes: Record<string, number | number[]> = {},
) {
  const attribute = Object.entries(attributes).map(([name, value]) =>
    Array.isArray(value) ? { name, type: INTS, ints: value } : { name, type: INT, i: value },
  );
  return NodeProto.create({ opType, input, output: [output], attribute });
}

function tensor(name: string, dims: number[], values: Float32Array) {
  const rawData = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return TensorProto.create({ name, dims, dataType: FLOAT, rawData });
}

/** @param shape of one image or its result; any number of them may come */
function value(name: string, shape: readonly number[]) {
  const dim = [{ dimParam: 'count' }, ...shape.map((dimValue) => ({ dimValue }))];
  return ValueInfoProto.create({ name, type: { tensorType: { elemType: FLOAT, shape: { dim } } } });
}

/** @param order axes of `shape` in their new order, as numpy's `transpose` takes them; four of them */
function transpose(values: Float32Array, shape: readonly number[], order: readonly number[]): Float32Array {
  const strides = [shape[1] * shape[2] * shape[3], shape[2] * shape[3], shape[3], 1];
  const [count0, count1, count2, count3] = order.map((axis) => shape[axis]);
  const [stride0, stride1, stride2, stride3] = order.map((axis) => strides[axis]);
  const result = new Float32Array(values.length);
  let next = 0;
  for (let a = 0; a < count0; a++)
    for (let b = 0; b < count1; b++)
      for (let c = 0; c < count2; c++)
        for (let d = 0; d < count3; d++)
          result[next++] = values[a * stride0 + b * stride1 + c * stride2 + d * stride3];
  return result;
}
