import { expect, test } from 'vitest';
import { digitScore } from './digit-score.js';

const activations = [
  { layer: 'dense', shape: [2], values: Float32Array.of(3, 1) },
  { layer: 'dense_1', shape: [2], values: Float32Array.of(7, 1000) },
];

test('sums the values of one layer and the largest logit', () => {
  const weights = [2, -1];
  expect(digitScore({ layer: 'dense', weights, logitWeight: 0, bias: -1 }, activations)).toBe(4);
  // 6 - 1 + 500 - 400
  expect(digitScore({ layer: 'dense', weights, logitWeight: 0.5, bias: -400 }, activations)).toBe(105);
});

test.each([
  ['dense', [1], 'Digit test: expected 1 values of the layer "dense", got 2. It belongs to another network.'],
  [
    'conv2d',
    [1, 1],
    'Digit test: expected 2 values of the layer "conv2d", got no such layer. It belongs to another network.',
  ],
])('refuses activations of another network: %s', (layer, weights, message) => {
  expect(() => digitScore({ layer, weights, logitWeight: 0, bias: 0 }, activations)).toThrow(message);
});
