import { expect, test } from 'vitest';
import type { Architecture, Layer } from '../architecture/architecture.js';
import { weightShapes } from '../architecture/layer-shapes.js';
import { lenetReport } from '../architecture/lenet-report.js';
import type { NamedTensor } from '../training/weights.js';
import { createPlainClassifier } from './plain-classifier.js';

/** A network on images of 3x3; pixels below are 0 or 255, so 0 or 1 for the network. */
const network = (...layers: Layer[]): Architecture => ({ name: 'tiny', inputShape: [3, 3, 1], layers });
const flatten: Layer = { kind: 'flatten', name: 'flatten' };
const conv = (fields: Partial<Layer>): Layer =>
  ({
    kind: 'conv2d',
    name: 'conv',
    filters: 1,
    kernelSize: 2,
    stride: 1,
    padding: 'valid',
    activation: 'linear',
    ...fields,
  }) as Layer;
const tensor = (name: string, shape: number[], ...values: number[]): NamedTensor => ({
  name,
  shape,
  values: Float32Array.from(values),
});

// 1 0 1
// 0 1 1
// 1 1 0
const pixels = Uint8Array.of(255, 0, 255, 0, 255, 255, 255, 255, 0);
const classify = async (architecture: Architecture, weights: NamedTensor[]) => [
  ...(await createPlainClassifier(architecture, weights).classify({ pixels, count: 1, height: 3, width: 3 })),
];
const kernel = tensor('conv/kernel', [2, 2, 1, 1], 1, 2, 3, 4);

test('convolves without a border', async () => {
  const bias = tensor('conv/bias', [1], 10);
  // Top left: 1*1 + 0*2 + 0*3 + 1*4 = 5.
  expect(await classify(network(conv({}), flatten), [kernel, bias])).toEqual([15, 19, 19, 16]);
});

test('convolves with the border of same padding, which is after the image where it is uneven', async () => {
  const bias = tensor('conv/bias', [1], 0);
  const logits = await classify(network(conv({ padding: 'same' }), flatten), [kernel, bias]);
  expect(logits).toEqual([5, 9, 4, 9, 6, 1, 3, 1, 0]);
});

test('convolves in steps of its stride', async () => {
  const bias = tensor('conv/bias', [1], 0);
  const layer = conv({ padding: 'same', stride: 2 });
  expect(await classify(network(layer, flatten), [kernel, bias])).toEqual([5, 4, 3, 0]);
});

test('sums over channels, and keeps the maps of a filter apart', async () => {
  const first = conv({ kernelSize: 1, filters: 2 });
  const second = conv({ name: 'conv_1', kernelSize: 3, filters: 1 });
  const logits = await classify(network(first, second, flatten), [
    tensor('conv/kernel', [1, 1, 1, 2], 1, 10),
    tensor('conv/bias', [2], 0, 0),
    tensor('conv_1/kernel', [3, 3, 2, 1], ...new Array(9).fill([1, 2]).flat()),
    tensor('conv_1/bias', [1], 0),
  ]);
  expect(logits).toEqual([6 * 1 * 1 + 6 * 10 * 2]);
});

test('relu cuts off below zero', async () => {
  const bias = tensor('conv/bias', [1], -6);
  const logits = await classify(network(conv({ activation: 'relu' }), flatten), [kernel, bias]);
  expect(logits).toEqual([0, 3, 3, 0]);
});

test('pools the largest value, negative ones too, and drops what does not fill a window', async () => {
  const negative = conv({ kernelSize: 1 });
  const pooling: Layer = { kind: 'maxPooling2d', name: 'pooling', poolSize: 2, stride: 2 };
  const weights = [tensor('conv/kernel', [1, 1, 1, 1], -1), tensor('conv/bias', [1], -1)];
  expect(await classify(network(negative, pooling, flatten), weights)).toEqual([-1]);
});

test.each([
  // Whole windows; a border is neither the largest value nor part of the mean.
  ['averagePooling2d', 'valid', [0.5]],
  ['averagePooling2d', 'same', [0.5, 1, 1, 0]],
  ['maxPooling2d', 'valid', [1]],
  ['maxPooling2d', 'same', [1, 1, 1, 0]],
] as const)('%s with %s padding', async (kind, padding, expected) => {
  const layer: Layer = { kind, name: 'pooling', poolSize: 2, stride: 2, padding };
  expect(await classify(network(layer, flatten), [])).toEqual(expected);
});

test('the border of same padding is on both sides of windows of three', async () => {
  const layer: Layer = { kind: 'averagePooling2d', name: 'pooling', poolSize: 3, stride: 2, padding: 'same' };
  // Each window reaches over two borders and holds a corner of four pixels.
  expect(await classify(network(layer, flatten), [])).toEqual([0.5, 0.75, 0.75, 0.75]);
});

test('tanh and sigmoid', async () => {
  for (const [activation, expected] of [
    ['tanh', Math.tanh(0.5)],
    ['sigmoid', 1 / (1 + Math.exp(-0.5))],
  ] as const) {
    const weights = [tensor('conv/kernel', [1, 1, 1, 1], 1), tensor('conv/bias', [1], -0.5)];
    const logits = await classify(network(conv({ kernelSize: 1, activation }), flatten), weights);
    expect(logits[0]).toBe(Math.fround(expected));
    expect(logits[1]).toBeCloseTo(activation === 'tanh' ? -expected : 1 - expected, 7);
  }
});

test('dropout changes nothing', async () => {
  const dropout: Layer = { kind: 'dropout', name: 'dropout', rate: 0.5 };
  expect(await classify(network(dropout, flatten), [])).toEqual([1, 0, 1, 0, 1, 1, 1, 1, 0]);
});

test('a dense layer gives logits: the softmax of the last layer is left out', async () => {
  const dense: Layer = { kind: 'dense', name: 'dense', units: 2, activation: 'softmax' };
  const rows = Array.from({ length: 9 }, (_, index) => [index, -1]).flat();
  const weights = [tensor('dense/kernel', [9, 2], ...rows), tensor('dense/bias', [2], 0.5, 0)];
  // Ink at 0, 2, 4, 5, 6, 7.
  expect(await classify(network(flatten, dense), weights)).toEqual([24.5, -6]);
});

test('takes several images and grey levels', async () => {
  const dense: Layer = { kind: 'dense', name: 'dense', units: 1, activation: 'linear' };
  const weights = [tensor('dense/kernel', [9, 1], ...new Array(9).fill(1)), tensor('dense/bias', [1], 0)];
  const classifier = createPlainClassifier(network(flatten, dense), weights);
  const both = Uint8Array.of(...pixels, 51, 0, 0, 0, 0, 0, 0, 0, 102);
  const logits = await classifier.classify({ pixels: both, count: 2, height: 3, width: 3 });
  expect(logits[0]).toBe(6);
  expect(logits[1]).toBeCloseTo(0.6, 6);
});

const zeros = weightShapes(lenetReport).map(({ name, shape }) => ({
  name,
  shape,
  values: new Float32Array(shape.reduce((product, size) => product * size, 1)),
}));

test.each([
  [
    'tensors are missing',
    zeros.slice(0, 9),
    'Weights of "lenet-report": expected dense_2/bias [10], got no more tensors. They belong to another network.',
  ],
  [
    'a tensor is too short',
    [{ ...zeros[0], values: new Float32Array(149) }, ...zeros.slice(1)],
    'Weights of "lenet-report": expected conv2d/kernel [5, 5, 1, 6], got conv2d/kernel [5, 5, 1, 6] with 149 values. They belong to another network.',
  ],
  [
    'there is one too many',
    [...zeros, zeros[0]],
    'Weights of "lenet-report": expected 10 tensors, got conv2d/kernel [5, 5, 1, 6]. They belong to another network.',
  ],
])('refuses weights when %s', (_, weights, message) => {
  expect(() => createPlainClassifier(lenetReport, weights)).toThrow(message);
});

test('features are what the layer before the last makes of each image, with the logits', async () => {
  const layers = network(conv({}), flatten);
  const weights = [kernel, tensor('conv/bias', [1], 10)];
  const images = { pixels: Uint8Array.of(...pixels, ...new Uint8Array(9)), count: 2, height: 3, width: 3 };
  expect(await createPlainClassifier(layers, weights).features!(images)).toEqual({
    layer: 'conv',
    values: Float32Array.of(15, 19, 19, 16, 10, 10, 10, 10),
    logits: Float32Array.of(15, 19, 19, 16, 10, 10, 10, 10),
  });
  expect(createPlainClassifier(network(flatten), []).features).toBeUndefined();
});

test('refuses a softmax before the last layer', () => {
  const layers = [conv({ kernelSize: 1, activation: 'softmax' }), flatten];
  const weights = [tensor('conv/kernel', [1, 1, 1, 1], 1), tensor('conv/bias', [1], 0)];
  expect(() => createPlainClassifier(network(...layers), weights)).toThrow(
    'Layer "conv" (conv2d): expected softmax in the last layer only, got it in an earlier one.',
  );
});

test('refuses images of another size', async () => {
  const classifier = createPlainClassifier(lenetReport, zeros);
  await expect(classifier.classify({ pixels, count: 1, height: 3, width: 3 })).rejects.toThrow(
    'Network "lenet-report": expected images of 28x28x1, got 3x3x1. Normalise them first, or pad them with padImages.',
  );
  const short = { pixels: new Uint8Array(783), count: 1, height: 28, width: 28 };
  await expect(classifier.classify(short)).rejects.toThrow(
    'Network "lenet-report": expected 784 pixels for 1 images of 28x28, got 783.',
  );
});
