import { expect, test } from 'vitest';
import type { Architecture } from './architecture.js';
// Printed by Keras 3.15.1: tooling/oracle/architecture/keras_summaries.py
import kerasSummaries from './keras-summaries.json' with { type: 'json' };
import { lenetReport } from './lenet-report.js';
import { summarize } from './summarize.js';

const wide: Architecture = {
  name: 'wide',
  inputShape: [1200, 1300, 3],
  layers: [
    {
      kind: 'conv2d',
      name: 'a_layer_with_a_name_as_long_as_a_line',
      filters: 128,
      kernelSize: 3,
      stride: 1,
      padding: 'same',
      activation: 'linear',
    },
    { kind: 'maxPooling2d', name: 'max_pooling_of_three_by_two', poolSize: 3, stride: 2 },
    {
      kind: 'conv2d',
      name: 'conv2d',
      filters: 1024,
      kernelSize: 7,
      stride: 4,
      padding: 'same',
      activation: 'linear',
    },
  ],
};
const tie: Architecture = {
  name: 'tie',
  inputShape: [5, 7, 1],
  layers: [
    { kind: 'flatten', name: 'flatten' },
    { kind: 'dense', name: 'dense', units: 8, activation: 'linear' },
  ],
};

test('prints the LeNet of the report as Keras does', () => {
  expect(summarize(lenetReport)).toBe(kerasSummaries['lenet-report'].join('\n'));
});

test('breaks long texts, and takes strides and padding into account, as Keras does', () => {
  expect(summarize(wide)).toBe(kerasSummaries.wide.join('\n'));
});

test('rounds a size that is a tie to the even digit, as Keras does', () => {
  expect(summarize(tie)).toBe(kerasSummaries.tie.join('\n'));
});

test('names the layer that does not fit', () => {
  expect(() => summarize({ ...tie, layers: [tie.layers[1]] })).toThrow(
    'Layer "dense" (dense): expected an input of one dimension, got [5, 7, 1]. Put a flatten layer before it.',
  );
});
