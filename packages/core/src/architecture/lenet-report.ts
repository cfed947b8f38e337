import type { Architecture } from './architecture.js';

/**
 * The LeNet of the published Keras report: 44,426 parameters.
 *
 * Deviations from LeNet-5 (LeCun et al., "Gradient-Based Learning Applied to Document Recognition",
 * 1998, section II.B): input 28x28 without padding, max pooling without trainable coefficients,
 * every filter of the second convolution sees all six maps, relu for tanh, softmax for RBF units.
 */
export const lenetReport: Architecture = {
  name: 'lenet-report',
  inputShape: [28, 28, 1],
  layers: [
    {
      kind: 'conv2d',
      name: 'conv2d',
      filters: 6,
      kernelSize: 5,
      stride: 1,
      padding: 'valid',
      activation: 'relu',
    }, // [24, 24, 6]
    { kind: 'maxPooling2d', name: 'max_pooling2d', poolSize: 2, stride: 2 }, // [12, 12, 6]
    {
      kind: 'conv2d',
      name: 'conv2d_1',
      filters: 16,
      kernelSize: 5,
      stride: 1,
      padding: 'valid',
      activation: 'relu',
    }, // [8, 8, 16]
    { kind: 'maxPooling2d', name: 'max_pooling2d_1', poolSize: 2, stride: 2 }, // [4, 4, 16]
    { kind: 'flatten', name: 'flatten' }, // [256]
    { kind: 'dense', name: 'dense', units: 120, activation: 'relu' },
    { kind: 'dense', name: 'dense_1', units: 84, activation: 'relu' },
    { kind: 'dense', name: 'dense_2', units: 10, activation: 'softmax' },
  ],
};
