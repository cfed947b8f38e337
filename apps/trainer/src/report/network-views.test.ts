import {
  createLabelledImages,
  defineArchitecture,
  denseBaseline,
  initialiseWeights,
  lenetReport,
} from '@lenet/core';
import { expect, test } from 'vitest';
import { viewNetwork } from './network-views.js';

test('filters and maps are drawn one by one from values that lie side by side', async () => {
  const architecture = defineArchitecture({
    name: 'tiny',
    inputShape: [2, 2, 1],
    layers: [
      { kind: 'conv2d', filters: 2, kernelSize: 2, padding: 'same', activation: 'relu' },
      { kind: 'flatten' },
      { kind: 'dense', units: 2, activation: 'softmax' },
    ],
  });
  const weights = initialiseWeights(architecture, { seed: 1 });
  // [2, 2, 1, 2]: the first filter takes the pixel itself, the second three times the negative of its right neighbour.
  weights[0].values.set([1, 0, 0, -3, 0, 0, 0, 0]);
  weights[1].values.set([0, 6]);
  const test = createLabelledImages({
    pixels: Uint8Array.of(0, 255, 255, 255),
    labels: Uint8Array.of(1),
    height: 2,
    width: 2,
    classCount: 2,
  });
  const { filters, maps, example } = await viewNetwork({ architecture, weights, test });
  expect(example).toBe(0);
  expect(filters).toMatchObject({ layer: 'conv2d', size: '2 filters of 2 by 2' });
  // 15 is zero, 0 the furthest below, 30 above.
  expect([...filters.pictures.levels]).toEqual([20, 15, 15, 15, 15, 0, 15, 15]);
  expect(maps.map(({ layer, size }) => [layer, size])).toEqual([['conv2d', '2 maps of 2 by 2']]);
  // 0 1 1 1 and 3 6 3 6, of 6 in 15 steps
  expect([...maps[0].pictures.levels]).toEqual([0, 3, 3, 3, 8, 15, 8, 15]);
});

const digit = createLabelledImages({
  pixels: new Uint8Array(784).fill(100),
  labels: Uint8Array.of(3),
  height: 28,
  width: 28,
});

test('every layer of LeNet but the one that only reorders and the last is shown', async () => {
  const weights = initialiseWeights(lenetReport, { seed: 1 });
  const { maps } = await viewNetwork({ architecture: lenetReport, weights, test: digit });
  expect(maps.map(({ layer, size }) => `${layer}: ${size}`)).toEqual([
    'conv2d: 6 maps of 24 by 24',
    'max_pooling2d: 6 maps of 12 by 12',
    'conv2d_1: 16 maps of 8 by 8',
    'max_pooling2d_1: 16 maps of 4 by 4',
    'dense: 120 units',
    'dense_1: 84 units',
  ]);
  const { height, width, count } = maps[4].pictures;
  expect([height, width, count]).toEqual([6, 20, 1]);
});

test('the weights of a first layer without filters are drawn in the place of their pixels', async () => {
  const weights = initialiseWeights(denseBaseline, { seed: 1 });
  const { filters } = await viewNetwork({ architecture: denseBaseline, weights, test: digit });
  expect(filters.size).toBe('64 of 128 filters of 28 by 28');
  const { values } = weights[0];
  const [unit, pixel] = [5, 300];
  const isAbove = filters.pictures.levels[unit * 784 + pixel] > 15;
  expect(isAbove).toBe(values[pixel * 128 + unit] > 0);
});
