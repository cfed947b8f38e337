import * as tf from '@tensorflow/tfjs-core';
import type { Architecture } from '../architecture/architecture.js';
import { layerShapes } from '../architecture/layer-shapes.js';
import type { LabelledImages } from '../data/labelled-images.js';
import type { StepRequest } from '../training/learner.js';
import { dropoutMasks } from './dropout-masks.js';
import { stepBatch } from './image-batch.js';
import { backward, forward, type WeightTensors } from './network.js';
import { softmaxCrossEntropy } from './softmax-cross-entropy.js';

/**
 * One forward and backward pass.
 *
 * @param seed uint32: of dropout and augmentation
 * @returns tensors to be disposed by the caller: the mean loss, the number of right answers, and a
 *   gradient by the name of each weight
 * @throws {InvalidArgumentError} when the augmentation is out of range
 */
export function lossAndGradients(
  architecture: Architecture,
  weights: WeightTensors,
  images: LabelledImages,
  request: StepRequest,
  seed: number,
): { loss: tf.Scalar; correct: tf.Scalar; gradients: Map<string, tf.Tensor> } {
  const { indices, epoch } = request;
  const result = tf.tidy(() => {
    const batch = stepBatch(images, request, seed);
    const masks = dropoutMasks(layerShapes(architecture), { seed, epoch, indices });
    const labels = tf.tensor1d(
      Int32Array.from(indices, (index) => images.labels[index]),
      'int32',
    );
    const outputs = forward(architecture, batch, weights, masks);
    const logits = outputs.at(-1) as tf.Tensor2D;
    const sums = softmaxCrossEntropy(logits, labels);
    const loss = tf.div(sums.loss, indices.length) as tf.Scalar;
    const correct = tf.sum(tf.cast(tf.equal(tf.argMax(logits, 1), labels), 'float32')) as tf.Scalar;
    const logitsGradient = tf.div(sums.gradient, indices.length) as tf.Tensor2D;
    const gradients = backward(architecture, batch, outputs, logitsGradient, weights, masks);
    return { loss, correct, gradients: Object.fromEntries(gradients) };
  });
  return { ...result, gradients: new Map(Object.entries(result.gradients)) };
}
