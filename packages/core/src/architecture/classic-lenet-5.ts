import type { Architecture } from './architecture.js';

/**
 * LeNet-5 as it is taught today: 61,706 parameters. It takes images of 32x32; those of MNIST get their
 * border of 2 pixels from `padImages(images, 32, 32)`.
 *
 * Source: LeCun, Bottou, Bengio, Haffner, "Gradient-Based Learning Applied to Document Recognition", 1998,
 * section II.B. Deviations:
 * - S2 and S4 are means: there each map has a trainable coefficient and bias, and a sigmoid behind them;
 * - every map of C3 sees all six of S2, 2,416 parameters: there each sees three to six, 1,516 parameters;
 * - the activation is tanh(x): there 1.7159 tanh(2x / 3);
 * - C5 is dense on the flattened maps: there a convolution of 5x5, which is the same at this size;
 * - the output is dense with softmax: there the distance to a fixed bitmap of each character (RBF units);
 * - the loss is the cross-entropy: there a squared error, and one that makes wrong classes compete;
 * - pixels are from 0 to 1: there from -0.1 to 1.175, so that their mean is 0 and their variance 1;
 * - weights begin Glorot-uniform, and biases 0: there uniform within 2.4 / inputs of the unit;
 * - training is what the recipe says: there 20 passes, one image at a time, with a rate for each weight
 *   from the diagonal of the Hessian.
 */
export const classicLenet5: Architecture = {
  name: 'classic-lenet-5',
  inputShape: [32, 32, 1],
  layers: [
    {
      kind: 'conv2d',
      name: 'conv2d',
      filters: 6,
      kernelSize: 5,
      stride: 1,
      padding: 'valid',
      activation: 'tanh',
    }, // C1: [28, 28, 6]
    { kind: 'averagePooling2d', name: 'average_pooling2d', poolSize: 2, stride: 2 }, // S2: [14, 14, 6]
    {
      kind: 'conv2d',
      name: 'conv2d_1',
      filters: 16,
      kernelSize: 5,
      stride: 1,
      padding: 'valid',
      activation: 'tanh',
    }, // C3: [10, 10, 16]
    { kind: 'averagePooling2d', name: 'average_pooling2d_1', poolSize: 2, stride: 2 }, // S4: [5, 5, 16]
    { kind: 'flatten', name: 'flatten' }, // [400]
    { kind: 'dense', name: 'dense', units: 120, activation: 'tanh' }, // C5
    { kind: 'dense', name: 'dense_1', units: 84, activation: 'tanh' }, // F6
    { kind: 'dense', name: 'dense_2', units: 10, activation: 'softmax' },
  ],
};
