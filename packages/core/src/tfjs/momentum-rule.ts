import * as tf from '@tensorflow/tfjs-core';
import type { MomentumOptions } from '../training/optimizer.js';
import type { UpdateRule } from './joined-optimizer.js';

/** Gradient descent with momentum as in PyTorch's SGD: `velocity = momentum * velocity + gradient`. */
export function createMomentumRule({ momentum }: Required<MomentumOptions>): UpdateRule {
  return {
    moments: ['velocity'],
    change(gradient, [velocity], { rate }) {
      velocity.assign(tf.add(tf.mul(velocity, momentum), gradient));
      return tf.mul(velocity, rate);
    },
  };
}
