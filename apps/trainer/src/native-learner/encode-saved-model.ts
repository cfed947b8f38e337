// TensorFlow's SavedModel: the one form in which native TensorFlow.js takes a whole graph. The numbers of the fields
// are those of TensorFlow's saved_model.proto, meta_graph.proto, graph.proto, node_def.proto, attr_value.proto,
// tensor_shape.proto and tensor.proto.
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import type { AttributeValue, ConstantTensor, GraphNode } from './tensorflow-graph.js';
import { dataTypes } from './tensorflow-graph.js';

/** What the one graph of the file is called. */
export const GRAPH_TAG = 'train';

/** The format has been the same since TensorFlow 1.0; the number says which rules of operations were meant. */
const PRODUCER = 1994;

/** @returns the contents of `saved_model.pb` */
export function encodeSavedModel(nodes: readonly GraphNode[]): Uint8Array {
  const writer = new BinaryWriter();
  writer.tag(1, WireType.Varint).int64(1);
  message(writer, 2, () => {
    message(writer, 1, () => writer.tag(4, WireType.LengthDelimited).string(GRAPH_TAG));
    message(writer, 2, () => {
      for (const node of nodes) message(writer, 1, () => writeNode(writer, node));
      message(writer, 4, () => writer.tag(1, WireType.Varint).int32(PRODUCER));
    });
  });
  return writer.finish();
}

function writeNode(writer: BinaryWriter, { name, operation, inputs, attributes }: GraphNode): void {
  writer.tag(1, WireType.LengthDelimited).string(name);
  writer.tag(2, WireType.LengthDelimited).string(operation);
  // Data first: TensorFlow takes what a node waits for behind what it computes with only.
  for (const input of inputs) writer.tag(3, WireType.LengthDelimited).string(input);
  for (const [key, value] of Object.entries(attributes)) {
    message(writer, 5, () => {
      writer.tag(1, WireType.LengthDelimited).string(key);
      message(writer, 2, () => writeAttribute(writer, value));
    });
  }
}

function writeAttribute(writer: BinaryWriter, value: AttributeValue): void {
  if ('type' in value) writer.tag(6, WireType.Varint).int32(value.type);
  else if ('text' in value) writer.tag(2, WireType.LengthDelimited).string(value.text);
  else if ('flag' in value) writer.tag(5, WireType.Varint).bool(value.flag);
  else if ('integer' in value) writer.tag(3, WireType.Varint).int64(value.integer);
  else if ('shape' in value) message(writer, 7, () => writeShape(writer, value.shape));
  else if ('tensor' in value) message(writer, 8, () => writeTensor(writer, value.tensor));
  else {
    message(writer, 1, () => {
      for (const integer of value.integers) writer.tag(3, WireType.Varint).int64(integer);
    });
  }
}

function writeShape(writer: BinaryWriter, shape: readonly number[] | 'unknown'): void {
  if (shape === 'unknown') {
    writer.tag(3, WireType.Varint).bool(true);
    return;
  }
  for (const size of shape) message(writer, 2, () => writer.tag(1, WireType.Varint).int64(size));
}

function writeTensor(writer: BinaryWriter, { shape, values }: ConstantTensor): void {
  const type = values instanceof Float32Array ? dataTypes.float : dataTypes.int32;
  writer.tag(1, WireType.Varint).int32(type);
  message(writer, 2, () => writeShape(writer, shape));
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  writer.tag(4, WireType.LengthDelimited).bytes(bytes);
}

function message(writer: BinaryWriter, field: number, write: () => void): void {
  writer.tag(field, WireType.LengthDelimited).fork();
  write();
  writer.join();
}
