import { expect, test } from 'vitest';
import { beginnerCnn } from './beginner-cnn.js';
import { classicLenet5 } from './classic-lenet-5.js';
import {
  type ArchitectureDefinition,
  defineArchitecture,
  type LayerDefinition,
} from './define-architecture.js';

test('fills in what Keras fills in', () => {
  const short = defineArchitecture({
    name: 'beginner-cnn',
    layers: [
      { kind: 'conv2d', filters: 32, kernelSize: 3, activation: 'relu' },
      { kind: 'maxPooling2d' },
      { kind: 'dropout', rate: 0.25 },
      { kind: 'conv2d', filters: 64, kernelSize: 3, activation: 'relu' },
      { kind: 'maxPooling2d' },
      { kind: 'dropout', rate: 0.25 },
      { kind: 'flatten' },
      { kind: 'dense', units: 128, activation: 'relu' },
      { kind: 'dropout', rate: 0.5 },
      { kind: 'dense', units: 10, activation: 'softmax' },
    ],
  });
  expect(short).toEqual(beginnerCnn);
  expect(JSON.parse(JSON.stringify(short))).toEqual(beginnerCnn);
  expect(defineArchitecture(classicLenet5)).toEqual(classicLenet5);
});

test('a pooling moves by its window, and a layer without activation has none', () => {
  const { layers } = defineArchitecture({
    name: 'own',
    layers: [
      { kind: 'averagePooling2d', poolSize: 3 },
      { kind: 'conv2d', filters: 1, kernelSize: 1 },
      { kind: 'flatten' },
      { kind: 'dense', units: 2 },
    ],
  });
  expect(layers[0]).toMatchObject({ poolSize: 3, stride: 3 });
  expect(layers[1]).toMatchObject({ stride: 1, padding: 'valid', activation: 'linear' });
  expect(layers[3]).toMatchObject({ activation: 'linear' });
});

test('names of its own pass by those that were given', () => {
  const { layers } = defineArchitecture({
    name: 'own',
    layers: [
      { kind: 'flatten' },
      { kind: 'dense', units: 4 },
      { kind: 'dense', units: 3, name: 'dense_1' },
      { kind: 'dense', units: 2 },
    ],
  });
  expect(layers.map(({ name }) => name)).toEqual(['flatten', 'dense', 'dense_1', 'dense_2']);
});

test('is frozen, and shares nothing with what it was made of', () => {
  const definition: ArchitectureDefinition = {
    name: 'own',
    inputShape: [2, 2, 1],
    layers: [{ kind: 'flatten' }],
  };
  const architecture = defineArchitecture(definition);
  const parts = [architecture, architecture.inputShape, architecture.layers, architecture.layers[0]];
  expect(parts.every((part) => Object.isFrozen(part))).toBe(true);
  expect(Object.isFrozen(definition.inputShape)).toBe(false);
  expect(Object.isFrozen(definition.layers[0])).toBe(false);
});

test.each([
  [
    { kind: 'conv2d', filters: 0.5, kernelSize: 3 },
    'Layer "conv2d" (conv2d): filters: expected a whole number of 1 or more, got 0.5.',
  ],
  [
    { kind: 'dense', name: 'head', units: 10, activation: 'gelu' },
    'Layer "head" (dense): activation: expected "linear" or "relu" or "tanh" or "sigmoid" or "softmax", got "gelu".',
  ],
  [
    { kind: 'dropout', rate: 1 },
    'Layer "dropout" (dropout): rate: expected a number from 0 to below 1, got 1.',
  ],
  [{ kind: 'dropout' }, 'Layer "dropout" (dropout): rate: expected a number from 0 to below 1, got nothing.'],
  [
    { kind: 'maxPooling2d', size: 3 },
    'Layer "max_pooling2d" (maxPooling2d): size: expected no such property (known: kind, name, poolSize, stride, padding), got 3.',
  ],
  [
    { kind: 'flatten', name: 'a b' },
    'Layer "a b" (flatten): name: expected text that matches ^[A-Za-z0-9_.-]+$, got "a b".',
  ],
  [
    { kind: 'lstm', units: 4 },
    'Layer 0: kind: expected "conv2d" or "maxPooling2d" or "averagePooling2d" or "flatten" or "dense" or "dropout", got "lstm".',
  ],
  [
    { kind: 'conv2d', filters: 4, kernelSize: 29 },
    'Layer "conv2d" (conv2d): a window of 29 pixels does not fit, got [28]. Use a smaller window or same padding.',
  ],
  [
    { kind: 'dense', units: 10 },
    'Layer "dense" (dense): expected an input of one dimension, got [28, 28, 1]. Put a flatten layer before it.',
  ],
])('names the layer, what was expected and what came: %j', (layer, message) => {
  expect(() => defineArchitecture({ name: 'own', layers: [layer as LayerDefinition] })).toThrow(message);
});

test('refuses an input or a list of layers that cannot be', () => {
  expect(() => defineArchitecture({ name: 'own', inputShape: [28, 28, 0], layers: [] })).toThrow(
    'Architecture: inputShape[2]: expected a whole number of 1 or more, got 0; layers: expected a list of 1 or more, got [].',
  );
});
