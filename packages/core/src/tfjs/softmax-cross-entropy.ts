import * as tf from '@tensorflow/tfjs-core';
import { nativeKernels } from './native-kernels.js';
import { hasKernel } from './run-kernel.js';

/**
 * The sum of the cross-entropies of a batch, and its gradient by the logits: probabilities - one-hot labels.
 *
 * Runs within the caller's `tf.tidy`.
 *
 * @param logits float32 `[batch, classes]`
 * @param labels int32 `[batch]`
 * @returns a scalar, and float32 `[batch, classes]`
 */
export function softmaxCrossEntropy(
  logits: tf.Tensor2D,
  labels: tf.Tensor1D,
): { loss: tf.Tensor; gradient: tf.Tensor } {
  if (hasKernel(nativeKernels.softmaxCrossEntropy)) {
    const results: unknown = tf.engine().runKernel(nativeKernels.softmaxCrossEntropy, { logits, labels });
    const [losses, gradient] = results as [tf.Tensor, tf.Tensor];
    return { loss: tf.sum(losses), gradient };
  }
  const targets = tf.oneHot(labels, logits.shape[1]);
  const logProbabilities = tf.sub(logits, tf.logSumExp(logits, 1, true)); // [batch, classes]
  return {
    loss: tf.neg(tf.sum(tf.mul(logProbabilities, targets))),
    gradient: tf.sub(tf.exp(logProbabilities), targets),
  };
}
