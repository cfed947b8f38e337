import * as tf from '@tensorflow/tfjs-core';
import type { AdamOptions } from '../training/optimizer.js';
import type { UpdateRule } from './joined-optimizer.js';

/**
 * Adam: `m` and `v`, the running means of gradient and squared gradient, give the change
 * `rate * m / (sqrt(v) + epsilon)`, with rate and epsilon of `createUpdateCounter`.
 *
 * Source: Kingma, Ba, "Adam: A Method for Stochastic Optimization", 2015, algorithm 1 and the end of
 * section 2.
 */
export function createAdamRule({ beta1, beta2 }: Required<AdamOptions>): UpdateRule {
  return {
    moments: ['first-moment', 'second-moment'],
    change(gradient, [first, second], { rate, epsilon }) {
      first.assign(tf.add(first, tf.mul(tf.sub(gradient, first), 1 - beta1)));
      second.assign(tf.add(second, tf.mul(tf.sub(tf.square(gradient), second), 1 - beta2)));
      return tf.div(tf.mul(first, rate), tf.add(tf.sqrt(second), epsilon));
    },
  };
}
