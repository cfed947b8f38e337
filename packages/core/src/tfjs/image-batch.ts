import * as tf from '@tensorflow/tfjs-core';
import type { ClassifierImages } from '../classification/classifier.js';
import type { LabelledImages } from '../data/labelled-images.js';
import { normalisePixels } from '../data/normalise-pixels.js';
import { augmentBatch } from '../images/augment-images.js';
import type { StepRequest } from '../training/learner.js';

/**
 * Images as the network takes them.
 *
 * @param indices which images, in order
 * @returns float32 `[indices.length, height, width, 1]`, values 0 … 1; to be disposed by the caller
 */
export function imageBatch(images: ClassifierImages, indices: Uint32Array): tf.Tensor4D {
  const { height, width } = images;
  const size = height * width;
  const values = new Float32Array(indices.length * size);
  for (let position = 0; position < indices.length; position++) {
    const start = indices[position] * size;
    normalisePixels(
      images.pixels.subarray(start, start + size),
      values.subarray(position * size, (position + 1) * size),
    );
  }
  return tf.tensor4d(values, [indices.length, height, width, 1]);
}

/**
 * Images as a step takes them, changed where it asks for that.
 *
 * @param seed uint32
 * @returns float32 `[indices.length, height, width, 1]`, values 0 … 1; to be disposed by the caller
 * @throws {InvalidArgumentError} when the augmentation is out of range
 */
export function stepBatch(
  images: LabelledImages,
  { indices, epoch, augmentation }: StepRequest,
  seed: number,
): tf.Tensor4D {
  if (!augmentation) return imageBatch(images, indices);
  const { height, width } = images;
  const values = new Float32Array(indices.length * height * width);
  augmentBatch(images, indices, augmentation, { seed, epoch }, values);
  return tf.tensor4d(values, [indices.length, height, width, 1]);
}
