import { expect, test } from 'vitest';
import type { Architecture, Layer, Padding } from './architecture.js';
import { countParameters, layerShapes, weightShapes } from './layer-shapes.js';
import { lenetReport } from './lenet-report.js';

const conv = (changes: object = {}): Layer => ({
  kind: 'conv2d',
  name: 'conv',
  filters: 2,
  kernelSize: 3,
  stride: 1,
  padding: 'valid',
  activation: 'relu',
  ...changes,
});
const pool = (poolSize: number, stride: number, padding?: Padding): Layer => ({
  kind: 'maxPooling2d',
  name: 'pool',
  poolSize,
  stride,
  ...(padding && { padding }),
});
const dense: Layer = { kind: 'dense', name: 'dense', units: 4, activation: 'linear' };
const flatten: Layer = { kind: 'flatten', name: 'flatten' };
const network = (layers: Layer[], inputShape: Architecture['inputShape'] = [7, 6, 3]): Architecture => ({
  name: 'test',
  inputShape,
  layers,
});

/** Output shape of the last layer. */
const outputShape = (...layers: Layer[]) => layerShapes(network(layers)).at(-1)?.outputShape;

test('the LeNet of the report has the published shapes and 44,426 parameters', () => {
  const rows = layerShapes(lenetReport).map(({ layer, outputShape, parameterCount }) => [
    layer.name,
    outputShape.join('x'),
    parameterCount,
  ]);
  expect(rows).toEqual([
    ['conv2d', '24x24x6', 156],
    ['max_pooling2d', '12x12x6', 0],
    ['conv2d_1', '8x8x16', 2416],
    ['max_pooling2d_1', '4x4x16', 0],
    ['flatten', '256', 0],
    ['dense', '120', 30840],
    ['dense_1', '84', 10164],
    ['dense_2', '10', 850],
  ]);
  expect(countParameters(lenetReport)).toBe(44426);
});

test("weights have Keras's layout, kernel before bias", () => {
  expect(weightShapes(network([conv(), flatten, dense]))).toEqual([
    { name: 'conv/kernel', shape: [3, 3, 3, 2] },
    { name: 'conv/bias', shape: [2] },
    { name: 'dense/kernel', shape: [40, 4] },
    { name: 'dense/bias', shape: [4] },
  ]);
});

test('a valid convolution with stride leaves out a window that is not whole', () => {
  expect(outputShape(conv({ stride: 3 }))).toEqual([2, 2, 2]);
});

test('same padding keeps the size at stride 1 and rounds up at stride 2', () => {
  expect(outputShape(conv({ padding: 'same' }))).toEqual([7, 6, 2]);
  expect(outputShape(conv({ padding: 'same', stride: 2 }))).toEqual([4, 3, 2]);
});

test('pooling windows may overlap', () => {
  expect(outputShape(pool(3, 2))).toEqual([3, 2, 3]);
  expect(outputShape(pool(3, 2, 'same'))).toEqual([4, 3, 3]);
});

test('dropout keeps every shape', () => {
  const dropout: Layer = { kind: 'dropout', name: 'dropout', rate: 0.5 };
  expect(outputShape(dropout)).toEqual([7, 6, 3]);
  expect(outputShape(flatten, dropout)).toEqual([126]);
});

test.each([
  [
    [dense],
    'Layer "dense" (dense): expected an input of one dimension, got [7, 6, 3]. Put a flatten layer before it.',
  ],
  [
    [flatten, conv()],
    'Layer "conv" (conv2d): expected an input of [height, width, channels], got [126]. Put it before the flatten layer.',
  ],
  [
    [flatten, pool(2, 2)],
    'Layer "pool" (maxPooling2d): expected an input of [height, width, channels], got [126]. Put it before the flatten layer.',
  ],
  [
    [pool(2, 2), conv({ kernelSize: 5 })],
    'Layer "conv" (conv2d): a window of 5 pixels does not fit, got [3]. Use a smaller window or same padding.',
  ],
  [
    [flatten, dense, { ...dense, name: 'dense_1' }, dense],
    'Layer "dense" (dense): expected a name of its own, got that of an earlier layer.',
  ],
  [
    [conv({ activation: 'softmax' }), flatten],
    'Layer "conv" (conv2d): expected softmax in the last layer only, got it in an earlier one.',
  ],
])('names the layer that does not fit: %#', (layers, message) => {
  expect(() => layerShapes(network(layers))).toThrow(message);
});
