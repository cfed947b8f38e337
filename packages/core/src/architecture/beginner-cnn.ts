import type { Architecture } from './architecture.js';

/** The network of the published beginner's tutorial in Keras, with dropout: 225,034 parameters. */
export const beginnerCnn: Architecture = {
  name: 'beginner-cnn',
  inputShape: [28, 28, 1],
  layers: [
    {
      kind: 'conv2d',
      name: 'conv2d',
      filters: 32,
      kernelSize: 3,
      stride: 1,
      padding: 'valid',
      activation: 'relu',
    }, // [26, 26, 32]
    { kind: 'maxPooling2d', name: 'max_pooling2d', poolSize: 2, stride: 2 }, // [13, 13, 32]
    { kind: 'dropout', name: 'dropout', rate: 0.25 },
    {
      kind: 'conv2d',
      name: 'conv2d_1',
      filters: 64,
      kernelSize: 3,
      stride: 1,
      padding: 'valid',
      activation: 'relu',
    }, // [11, 11, 64]
    { kind: 'maxPooling2d', name: 'max_pooling2d_1', poolSize: 2, stride: 2 }, // [5, 5, 64]
    { kind: 'dropout', name: 'dropout_1', rate: 0.25 },
    { kind: 'flatten', name: 'flatten' }, // [1600]
    { kind: 'dense', name: 'dense', units: 128, activation: 'relu' },
    { kind: 'dropout', name: 'dropout_2', rate: 0.5 },
    { kind: 'dense', name: 'dense_1', units: 10, activation: 'softmax' },
  ],
};
