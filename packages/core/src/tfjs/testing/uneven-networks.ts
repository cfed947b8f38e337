import type { Architecture } from '../../architecture/architecture.js';
import { defineArchitecture } from '../../architecture/define-architecture.js';

/** Smooth layers, so that numeric differences are exact: odd sizes, same padding, windows that overlap. */
export const smoothNetwork: Architecture = defineArchitecture({
  name: 'smooth',
  inputShape: [7, 7, 1],
  layers: [
    { kind: 'conv2d', filters: 2, kernelSize: 3, stride: 2, padding: 'same', activation: 'tanh' }, // [4, 4, 2]
    { kind: 'averagePooling2d', poolSize: 3, stride: 1, padding: 'same' },
    { kind: 'conv2d', filters: 3, kernelSize: 2, activation: 'sigmoid' }, // [3, 3, 3]
    { kind: 'dropout', rate: 0.4 },
    { kind: 'averagePooling2d', padding: 'same' }, // [2, 2, 3]
    { kind: 'flatten' },
    { kind: 'dense', units: 5, activation: 'tanh' },
    { kind: 'dropout', rate: 0.3 },
    { kind: 'dense', units: 3, activation: 'softmax' },
  ],
});

/** Layers with kinks, and steps that leave rows over. */
export const kinkedNetwork: Architecture = defineArchitecture({
  name: 'kinked',
  inputShape: [8, 8, 1],
  layers: [
    { kind: 'maxPooling2d', poolSize: 2, stride: 1, padding: 'same' }, // [8, 8, 1]
    { kind: 'conv2d', filters: 4, kernelSize: 3, padding: 'same', activation: 'relu' },
    { kind: 'maxPooling2d', poolSize: 3, stride: 2, padding: 'same' }, // [4, 4, 4]
    { kind: 'conv2d', filters: 3, kernelSize: 2, stride: 2, padding: 'same' }, // [2, 2, 3]
    { kind: 'conv2d', filters: 3, kernelSize: 1, activation: 'relu' },
    { kind: 'flatten' },
    { kind: 'dense', units: 3 },
  ],
});
