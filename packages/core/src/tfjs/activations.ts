import * as tf from '@tensorflow/tfjs-core';
import type { Conv2dLayer, DenseLayer } from '../architecture/architecture.js';

/**
 * The output of a layer with its activation. The softmax of the last layer is left out.
 *
 * @param compute the layer; it applies what every backend's fused kernels know
 */
export function activate(
  { activation }: Conv2dLayer | DenseLayer,
  compute: (fused: 'linear' | 'relu') => tf.Tensor,
): tf.Tensor {
  const output = compute(activation === 'relu' ? 'relu' : 'linear');
  if (activation === 'tanh') return tf.tanh(output);
  return activation === 'sigmoid' ? tf.sigmoid(output) : output;
}

/**
 * Gradient by the sums that an activation was applied to.
 *
 * @param output of the activation
 * @param gradient by the output
 * @returns of the same shape
 */
export function activationGradient(
  { activation }: Conv2dLayer | DenseLayer,
  output: tf.Tensor,
  gradient: tf.Tensor,
): tf.Tensor {
  switch (activation) {
    case 'relu':
      return tf.mul(gradient, tf.step(output));
    case 'tanh':
      return tf.mul(gradient, tf.sub(1, tf.square(output)));
    case 'sigmoid':
      return tf.mul(gradient, tf.mul(output, tf.sub(1, output)));
    default:
      return gradient;
  }
}
