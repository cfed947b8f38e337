import * as tf from '@tensorflow/tfjs-core';
import type { Conv2dLayer, DenseLayer } from '../architecture/architecture.js';
import { nativeKernels } from './native-kernels.js';
import { hasKernel, runKernel } from './run-kernel.js';

/** What every backend's fused kernels know. */
export type FusedActivation = 'linear' | 'relu';

/**
 * The output of a layer with its activation. The softmax of the last layer is left out.
 *
 * @param compute the layer, with what it is to apply itself
 */
export function activate(
  { activation }: Conv2dLayer | DenseLayer,
  compute: (fused: FusedActivation) => tf.Tensor,
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
      return hasKernel(nativeKernels.reluGradient)
        ? runKernel(nativeKernels.reluGradient, { gradient, output }, {})
        : tf.mul(gradient, tf.step(output));
    case 'tanh':
      return tf.mul(gradient, tf.sub(1, tf.square(output)));
    case 'sigmoid':
      return tf.mul(gradient, tf.mul(output, tf.sub(1, output)));
    default:
      return gradient;
  }
}
