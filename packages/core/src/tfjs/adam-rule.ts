import * as tf from '@tensorflow/tfjs-core';
import type { AdamOptions } from '../training/optimizer.js';
import type { UpdateRule } from './joined-optimizer.js';

/**
 * Adam: `m` and `v`, the running means of gradient and squared gradient, give the change
 * `rate / (1 - beta1^t) * m / (sqrt(v / (1 - beta2^t)) + epsilon)` at step t. Keras leaves epsilon out of
 * the bias correction, PyTorch takes it in; both are computed as
 * `alpha * m / (sqrt(v) + e)` with `alpha = rate * sqrt(1 - beta2^t) / (1 - beta1^t)`, where e is epsilon
 * for Keras and `epsilon * sqrt(1 - beta2^t)` for PyTorch.
 *
 * Source: Kingma, Ba, "Adam: A Method for Stochastic Optimization", 2015, algorithm 1 and the end of
 * section 2.
 */
export function createAdamRule(options: Required<AdamOptions>): UpdateRule {
  const { beta1, beta2, epsilon, epsilonPlacement } = options;
  // Powers by multiplication: `Math.pow` is not the same on every engine.
  let beta1Power = 1;
  let beta2Power = 1;
  return {
    moments: ['first-moment', 'second-moment'],
    countStep() {
      beta1Power *= beta1;
      beta2Power *= beta2;
    },
    change(gradient, [first, second], learningRate) {
      const correction = Math.sqrt(1 - beta2Power);
      const rate = (learningRate * correction) / (1 - beta1Power);
      const offset = epsilonPlacement === 'keras' ? epsilon : epsilon * correction;
      first.assign(tf.add(first, tf.mul(tf.sub(gradient, first), 1 - beta1)));
      second.assign(tf.add(second, tf.mul(tf.sub(tf.square(gradient), second), 1 - beta2)));
      return tf.div(tf.mul(first, rate), tf.add(tf.sqrt(second), offset));
    },
  };
}
