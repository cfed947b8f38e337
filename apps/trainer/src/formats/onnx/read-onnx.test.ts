import { readFileSync } from 'node:fs';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { architectures, lenetReport } from '@lenet/core';
import { quantizeWeights, readQuantizedWeights } from '@lenet/core/models';
import { expect, test } from 'vitest';
import { exampleManifest } from '../../testing/example-manifest.js';
import { largestDifference } from '../../testing/largest-difference.js';
import { oracleProbabilities } from '../../testing/oracle-probabilities.js';
import { oddNetwork, randomWeights } from '../../testing/random-network.js';
import { type ModelProto, ModelProtoSchema } from './onnx_pb.js';
import { operation } from './onnx-values.js';
import { readOnnx } from './read-onnx.js';
import { writeOnnx } from './write-onnx.js';

const weights = randomWeights(oddNetwork);
const manifest = await exampleManifest(oddNetwork);
const written = writeOnnx({ architecture: oddNetwork, weights, manifest });

/** The file of the odd network with something else in it. */
function changed(change: (model: ModelProto) => void): Uint8Array {
  const model = fromBinary(ModelProtoSchema, written);
  change(model);
  return toBinary(ModelProtoSchema, model);
}
const node = (model: ModelProto, opType: string) => model.graph!.node.find((each) => each.opType === opType)!;

test.each(['float32', 'float16', 'int8'] as const)('gives back what was written: %s', (format) => {
  const model = readOnnx('a.onnx', writeOnnx({ architecture: oddNetwork, weights, manifest }, format));
  expect(model.architecture).toEqual(oddNetwork);
  expect(model.weights).toEqual(readQuantizedWeights(quantizeWeights(weights, format), oddNetwork));
  expect(model.manifest).toMatchObject({ name: 'odd', version: '1.2.3', training: { seed: 7 } });
});

test.each(architectures)('finds the layers of $name in the graph alone, but for dropout', (architecture) => {
  const own = randomWeights(architecture);
  const model = readOnnx('a.onnx', writeOnnx({ architecture, weights: own }));
  expect(model.manifest).toBe(undefined);
  expect(model.architecture.layers).toEqual(architecture.layers.filter(({ kind }) => kind !== 'dropout'));
  expect(model.weights).toEqual(own);
});

test('weights that were changed', () => {
  const bytes = changed(({ graph }) => {
    graph!.initializer[0].rawData[0] ^= 1;
  });
  expect(() => readOnnx('a.onnx', bytes)).toThrow(
    /^Model file "a\.onnx": expected weights of SHA-256 [0-9a-f]{64}, got [0-9a-f]{64}\. The file was changed\. Take it again from where it came from\.$/,
  );
});

test.each<[string, string, (model: ModelProto) => void]>([
  [
    'an operation that we do not have',
    'operation "conv2d" (Elu): expected one of Conv, MaxPool, AveragePool, Flatten, Reshape, Gemm, MatMul, Add, Relu, Tanh, Sigmoid, Softmax, LogSoftmax, Dropout, Identity, got Elu. Give a network that is a row of convolutions, poolings and dense layers, as LeNet is.',
    (model) => {
      node(model, 'Conv').opType = 'Elu';
    },
  ],
  [
    'a branch',
    'operation "average_pooling2d" (AveragePool): expected "conv2d/tanh" as its input, got "images". Give a network that is a row of convolutions, poolings and dense layers, as LeNet is.',
    (model) => {
      node(model, 'AveragePool').input = ['images'];
    },
  ],
  [
    'padding of its own',
    'operation "conv2d" (Conv): expected pads of 0, or [1, 0, 1, 1], got [1, 1, 1, 1]. Give a network that is a row of convolutions, poolings and dense layers, as LeNet is.',
    (model) => {
      node(model, 'Conv').attribute.find(({ name }) => name === 'pads')!.ints = [1n, 1n, 1n, 1n];
    },
  ],
  [
    'groups',
    'operation "conv2d" (Conv): expected group 1, got 2. Give a network that is a row of convolutions, poolings and dense layers, as LeNet is.',
    (model) => {
      node(model, 'Conv').attribute.push(operation('', '', [], { group: 2 }).attribute[0]);
    },
  ],
  [
    'numbers that are not there',
    'operation "conv2d" (Conv): expected numbers in the file, got "conv2d/kernel". Give a network that is a row of convolutions, poolings and dense layers, as LeNet is.',
    ({ graph }) => {
      graph!.initializer.shift();
    },
  ],
  [
    'another network than the metadata tells',
    'its layers are not those of the network "odd" that its metadata tells. Make the file again with "lenet export".',
    (model) => {
      node(model, 'Tanh').opType = 'Relu';
    },
  ],
  [
    'an input of another shape',
    'expected one input, float32 [count, channels, height, width], got [?, ?, 9, 8] of type 1. Export it with images of a fixed size as its only input.',
    ({ graph }) => {
      const type = graph!.input[0].type!.value;
      if (type.case === 'tensorType')
        type.value.shape!.dim[1].value = { case: 'dimParam', value: 'channels' };
    },
  ],
  [
    'no graph',
    'expected ONNX, got a file without a graph. Check the file, or make it again.',
    (model) => {
      delete model.graph;
    },
  ],
])('refuses %s', (_, message, change) => {
  expect(() => readOnnx('a.onnx', changed(change))).toThrow(`Model file "a.onnx": ${message}`);
});

test('refuses bytes that are no ONNX', () => {
  expect(() => readOnnx('a.onnx', written.subarray(0, 1000))).toThrow(
    /^Model file "a\.onnx": expected ONNX: .+\. Check the file, or make it again\.$/,
  );
});

test('takes a matrix product with biases behind it for a dense layer, and relu behind a maximum for one before it', () => {
  const own = randomWeights(lenetReport);
  const model = fromBinary(ModelProtoSchema, writeOnnx({ architecture: lenetReport, weights: own }));
  const { node: nodes } = model.graph!;
  const dense = nodes.findIndex(({ opType }) => opType === 'Gemm');
  const [features, kernel, bias] = nodes[dense].input;
  nodes.splice(
    dense,
    1,
    operation('MatMul', 'product', [features, kernel]),
    operation('Add', 'dense', [bias, 'product']),
  );
  const relu = nodes.findIndex(({ opType }) => opType === 'Relu');
  const [first, second] = nodes.slice(relu, relu + 2);
  second.input = first.input;
  first.input = second.output;
  nodes.splice(relu, 2, second, first);
  nodes[relu + 2].input[0] = first.output[0];
  const read = readOnnx('a.onnx', toBinary(ModelProtoSchema, create(ModelProtoSchema, model)));
  expect(read.architecture.layers).toEqual(lenetReport.layers);
  expect(read.weights).toEqual(own);
});

test('computes what PyTorch does with a LeNet of its own', async () => {
  // Made by tooling/oracle/formats/torch_onnx.py.
  const oracle = JSON.parse(readFileSync(new URL('torch-lenet.json', import.meta.url), 'utf8'));
  const read = readOnnx('lenet.onnx', Buffer.from(oracle.file, 'base64'));
  expect(read.architecture.inputShape).toEqual([10, 8, 1]);
  expect(read.architecture.layers.map(({ kind }) => kind)).toEqual([
    'conv2d',
    'maxPooling2d',
    'conv2d',
    'flatten',
    'dense',
    'dense',
  ]);
  const probabilities = await oracleProbabilities(read, oracle.pixels);
  expect(largestDifference(probabilities, Float32Array.from(oracle.probabilities))).toBeLessThan(1e-6);
});
