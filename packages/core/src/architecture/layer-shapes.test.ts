import { expect, test } from 'vitest';
import type { Architecture, Layer } from './architecture.js';
import { countParameters, layerShapes, weightShapes } from './layer-shapes.js';
import { lenetReport } from './lenet-report.js';

const withLayers = (...layers: Layer[]): Architecture => ({ name: 'x', inputShape: [5, 6, 2], layers });
const convolution = { kind: 'conv2d', name: 'conv', filters: 4, kernelSize: 3, activation: 'relu' } as const;

test('the LeNet report has the published shapes and 44,426 parameters', () => {
  expect(
    layerShapes(lenetReport).map(({ outputShape, parameterCount }) => [outputShape, parameterCount]),
  ).toEqual([
    [[24, 24, 6], 156],
    [[12, 12, 6], 0],
    [[8, 8, 16], 2416],
    [[4, 4, 16], 0],
    [[256], 0],
    [[120], 30_840],
    [[84], 10_164],
    [[10], 850],
  ]);
  expect(countParameters(lenetReport)).toBe(44_426);
});

test('names the tensors and gives their shapes in the layout of Keras', () => {
  expect(weightShapes(lenetReport).slice(0, 3)).toEqual([
    { name: 'conv2d/kernel', shape: [5, 5, 1, 6] },
    { name: 'conv2d/bias', shape: [6] },
    { name: 'conv2d_1/kernel', shape: [5, 5, 6, 16] },
  ]);
});

test.each([
  [1, 'valid', [3, 4, 4]],
  [2, 'valid', [2, 2, 4]],
  [1, 'same', [5, 6, 4]],
  [2, 'same', [3, 3, 4]],
] as const)('a convolution of 5x6 with stride %i and %s padding gives %j', (stride, padding, outputShape) => {
  expect(layerShapes(withLayers({ ...convolution, stride, padding }))[0].outputShape).toEqual(outputShape);
});

test.each([
  [
    withLayers({ kind: 'dense', name: 'dense', units: 3, activation: 'relu' }),
    'Layer "dense" (dense): expected an input of one dimension, got [5, 6, 2]. Put a flatten layer before it.',
  ],
  [
    withLayers({ kind: 'flatten', name: 'flatten' }, { ...convolution, stride: 1, padding: 'valid' }),
    'Layer "conv" (conv2d): expected an input of [height, width, channels], got [60]. Put it before the flatten layer.',
  ],
  [
    withLayers({ kind: 'maxPooling2d', name: 'pool', poolSize: 7, stride: 7 }),
    'Layer "pool" (maxPooling2d): a window of 7 pixels does not fit, got [5]. Use a smaller window or same padding.',
  ],
])('an architecture that does not fit names the layer', (architecture, message) => {
  expect(() => layerShapes(architecture)).toThrow(message);
});
