import { expect, test } from 'vitest';
import type { Architecture } from './architecture.js';
import { architectures } from './architectures.js';
import { defineArchitecture } from './define-architecture.js';
// Printed by Keras 3.15.1: tooling/oracle/architecture/keras_summaries.py
import kerasSummaries from './keras-summaries.json' with { type: 'json' };
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

const summaryOf = (name: string) => kerasSummaries[name as keyof typeof kerasSummaries].join('\n');

test.each(architectures)('prints $name as Keras does', (architecture) => {
  expect(summarize(architecture)).toBe(summaryOf(architecture.name));
});

test('gives the names and sizes of Keras to every kind of layer', () => {
  const own = defineArchitecture({
    name: 'own',
    inputShape: [21, 17, 3],
    layers: [
      { kind: 'averagePooling2d', poolSize: 3, stride: 2, padding: 'same' },
      { kind: 'conv2d', filters: 8, kernelSize: 3, stride: 2, padding: 'same', activation: 'sigmoid' },
      { kind: 'maxPooling2d', padding: 'same' },
      { kind: 'conv2d', filters: 8, kernelSize: 2, padding: 'same' },
      { kind: 'averagePooling2d', stride: 1 },
      { kind: 'maxPooling2d', stride: 1, padding: 'same' },
      { kind: 'dropout', rate: 0.1 },
      { kind: 'flatten' },
      { kind: 'dense', units: 7, activation: 'tanh' },
      { kind: 'dropout', rate: 0.2 },
      { kind: 'dense', units: 3 },
    ],
  });
  expect(summarize(own)).toBe(summaryOf('own'));
});

test('breaks long texts, and takes strides and padding into account, as Keras does', () => {
  expect(summarize(wide)).toBe(summaryOf('wide'));
});

test('rounds a size that is a tie to the even digit, as Keras does', () => {
  expect(summarize(tie)).toBe(summaryOf('tie'));
});

test('names the layer that does not fit', () => {
  expect(() => summarize({ ...tie, layers: [tie.layers[1]] })).toThrow(
    'Layer "dense" (dense): expected an input of one dimension, got [5, 7, 1]. Put a flatten layer before it.',
  );
});
