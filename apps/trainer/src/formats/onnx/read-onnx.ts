// An ONNX file -> a network: of this project, or of any program that wrote a row of the operations that our layers are
// made of (a LeNet of PyTorch, say).
import { fromBinary } from '@bufbuild/protobuf';
import { defineArchitecture, type Weights, weightShapes } from '@lenet/core';
import type { ModelManifest } from '@lenet/core/models';
import type { FileModel } from '../file-model.js';
import { readEmbeddedManifest, requireDigest, requireSameLayers } from '../metadata.js';
import { modelFileError } from '../model-file-error.js';
import { type GraphProto, ModelProtoSchema, type ValueInfoProto } from './onnx_pb.js';
import { readConstants } from './onnx-constants.js';
import { readRow } from './read-row.js';

/**
 * Reads a network from ONNX.
 *
 * @param file its name, for messages
 * @returns weights in Keras's layout, as float32
 * @throws {ModelFolderError} when the bytes are no ONNX, the weights were changed, or the graph is not one row of Conv,
 *   MaxPool, AveragePool, Flatten, Reshape, Gemm, MatMul, Add, Relu, Tanh, Sigmoid, Softmax, Dropout and Identity on
 *   images of `[count, channels, height, width]`
 * @throws {ManifestError} when the manifest in it is not one that this version reads
 */
export function readOnnx(file: string, bytes: Uint8Array): FileModel {
  const { graph, metadataProps } = parse(file, bytes);
  const metadata = Object.fromEntries(metadataProps.map(({ key, value }) => [key, value]));
  const manifest = readEmbeddedManifest(file, metadata);
  const model = readGraph(file, graph, manifest);
  requireDigest(file, metadata, model.weights);
  return model;
}

function parse(file: string, bytes: Uint8Array): { graph: GraphProto; metadataProps: MetadataProps } {
  const remedy = 'Check the file, or make it again.';
  try {
    const { graph, metadataProps } = fromBinary(ModelProtoSchema, bytes);
    if (graph) return { graph, metadataProps };
  } catch (cause) {
    throw modelFileError(file, `expected ONNX: ${(cause as Error).message}`, { remedy, cause });
  }
  throw modelFileError(file, 'expected ONNX, got a file without a graph', { remedy });
}

type MetadataProps = readonly { readonly key: string; readonly value: string }[];

function readGraph(file: string, graph: GraphProto, manifest: ModelManifest | undefined): FileModel {
  const constants = readConstants(graph);
  const images = graph.input.filter(({ name }) => !constants.has(name));
  const [channels, height, width] = inputShape(file, images);
  const nodes = graph.node.filter(({ output }) => !constants.has(output[0]));
  const { layers, tensors } = readRow(file, nodes, images[0].name, [height, width, channels], constants);

  const found = defineArchitecture({
    name: manifest?.architecture.name ?? 'onnx',
    inputShape: [height, width, channels],
    layers,
  });
  const architecture = manifest ? requireSameLayers(file, found, manifest, { hasDropout: false }) : found;
  const weights: Weights = weightShapes(architecture).map(({ name, shape }, index) => {
    if (tensors[index].length === shape.reduce((product, size) => product * size, 1)) {
      return { name, shape, values: tensors[index] };
    }
    throw modelFileError(
      file,
      `expected numbers of shape [${shape.join(', ')}] for "${name}", got ${tensors[index].length} numbers`,
    );
  });
  return { architecture, weights, ...(manifest && { manifest }) };
}

function inputShape(file: string, inputs: readonly ValueInfoProto[]): readonly number[] {
  const { type } = inputs[0] ?? {};
  const tensorType = type?.value.case === 'tensorType' ? type.value.value : undefined;
  const sizes = (tensorType?.shape?.dim ?? []).map(({ value }) =>
    value.case === 'dimValue' ? Number(value.value) : 0,
  );
  if (inputs.length === 1 && tensorType?.elemType === 1 && sizes.length === 4) {
    const [, ...shape] = sizes;
    if (shape.every((size) => size > 0)) return shape;
  }
  const shapeText = sizes.map((size) => size || '?').join(', ');
  throw modelFileError(
    file,
    `expected one input, float32 [count, channels, height, width], got ${inputs.length === 1 ? `[${shapeText}] of type ${tensorType?.elemType}` : `${inputs.length} inputs`}`,
    { remedy: 'Export it with images of a fixed size as its only input.' },
  );
}
