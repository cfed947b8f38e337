import * as tf from '@tensorflow/tfjs-core';
import type { AveragePooling2dLayer, MaxPooling2dLayer } from '../architecture/architecture.js';
import { paddingBefore } from '../architecture/padding-before.js';
import { FIRST_MAX_POOL_GRAD } from './first-max-pool-grad.js';
import { hasKernel, runKernel } from './run-kernel.js';

/**
 * Gradient by the input of a max pooling: each output's goes to the largest value of its window.
 *
 * @param gradient by the output, `[batch, outHeight, outWidth, channels]`
 * @returns of the input's shape
 */
export function maxPoolGradient(
  { poolSize: filterSize, stride: strides, padding: pad = 'valid' }: MaxPooling2dLayer,
  gradient: tf.Tensor,
  input: tf.Tensor,
  output: tf.Tensor,
): tf.Tensor {
  const kernel = hasKernel(FIRST_MAX_POOL_GRAD) ? FIRST_MAX_POOL_GRAD : 'MaxPoolGrad';
  return runKernel(kernel, { dy: gradient, input, output }, { filterSize, strides, pad });
}

/**
 * Gradient by the input of an average pooling: each output's goes to the pixels of its window in equal
 * shares.
 *
 * Made of operations that every backend has: wasm has no kernel for it, and those of cpu and webgl take
 * padding for pixels. Where windows lie side by side the gradients are enlarged, which is quick; else they
 * are put as far apart as the windows were, and averaged over a window at every pixel.
 *
 * @param gradient by the output, `[batch, outHeight, outWidth, channels]`
 * @param inputShape `[batch, height, width, channels]`
 * @returns of `inputShape`
 */
export function averagePoolGradient(
  { poolSize, stride, padding }: AveragePooling2dLayer,
  gradient: tf.Tensor4D,
  inputShape: readonly number[],
): tf.Tensor {
  const [, height, width] = inputShape;
  const [, outHeight, outWidth] = gradient.shape;
  if (poolSize === stride && padding !== 'same') {
    const shares = tf.div(gradient, poolSize * poolSize) as tf.Tensor4D;
    const size: [number, number] = [outHeight * stride, outWidth * stride];
    const enlarged = tf.image.resizeNearestNeighbor(shares, size, false, true);
    return tf.pad(enlarged, [
      [0, 0],
      [0, height - size[0]],
      [0, width - size[1]],
      [0, 0],
    ]);
  }
  const top = paddingBefore(padding, poolSize, stride, height, outHeight);
  const left = paddingBefore(padding, poolSize, stride, width, outWidth);
  const sums = padding === 'same' ? tf.mul(gradient, undoSmallerWindows()) : gradient;
  const spread = spreadOut(sums as tf.Tensor4D, stride);
  const [, spreadHeight, spreadWidth] = spread.shape;
  const padded = tf.pad(spread, [
    [0, 0],
    [poolSize - 1 - top, height + top - spreadHeight],
    [poolSize - 1 - left, width + left - spreadWidth],
    [0, 0],
  ]); // [batch, height + poolSize - 1, width + poolSize - 1, channels]
  return tf.avgPool(padded as tf.Tensor4D, poolSize, 1, 'valid');

  /** Pixels of a whole window by pixels of each that reaches over the border, `[1, outHeight, outWidth, 1]`. */
  function undoSmallerWindows(): tf.Tensor {
    const pixels = (at: number, before: number, size: number) =>
      Math.min(size, at * stride - before + poolSize) - Math.max(0, at * stride - before);
    const factors = Float32Array.from({ length: outHeight * outWidth }, (_, at) => {
      const rows = pixels(Math.floor(at / outWidth), top, height);
      return (poolSize * poolSize) / (rows * pixels(at % outWidth, left, width));
    });
    return tf.tensor4d(factors, [1, outHeight, outWidth, 1]);
  }
}

/** Puts `stride - 1` zeros between neighbours: `[batch, (height - 1) * stride + 1, …, channels]`. */
function spreadOut(values: tf.Tensor4D, stride: number): tf.Tensor4D {
  if (stride === 1) return values;
  const [batch, height, width, channels] = values.shape;
  const behind: [number, number][] = [
    [0, 0],
    [0, 0],
    [0, stride - 1],
    [0, 0],
  ];
  const columns = tf.pad(tf.reshape(values, [batch * height, width, 1, channels]), behind);
  const rows = tf.pad(tf.reshape(columns, [batch, height, 1, width * stride * channels]), behind);
  const spread = tf.reshape(rows, [batch, height * stride, width * stride, channels]) as tf.Tensor4D;
  return tf.slice(spread, 0, [batch, (height - 1) * stride + 1, (width - 1) * stride + 1, channels]);
}
