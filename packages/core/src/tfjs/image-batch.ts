import * as tf from '@tensorflow/tfjs-core';
import type { ClassifierImages } from '../classification/classifier.js';
import { normalisePixels } from '../data/normalise-pixels.js';

/**
 * Images as the network takes them.
 *
 * @param indices which images, in order
 * @returns float32 `[indices.length, height, width, 1]`, values 0 … 1; to be disposed by the caller
 */
export function imageBatch(images: ClassifierImages, indices: Uint32Array): tf.Tensor4D {
  const size = images.height * images.width;
  const values = new Float32Array(indices.length * size);
  for (let position = 0; position < indices.length; position++) {
    const start = indices[position] * size;
    normalisePixels(
      images.pixels.subarray(start, start + size),
      values.subarray(position * size, (position + 1) * size),
    );
  }
  return tf.tensor4d(values, [indices.length, images.height, images.width, 1]);
}
