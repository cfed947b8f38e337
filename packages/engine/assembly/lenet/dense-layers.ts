// The three dense layers, 256 to 120 to 84 to 10, for up to CHUNK images: one row of each matrix an image.
//
//   forward     hidden 1 = relu(pooled 2 · W1 + b1)    hidden 2 = relu(hidden 1 · W2 + b2)
//               output = hidden 2 · W3 + b3
//   backward    gradient of hidden 2 = gradient of output · W3ᵀ, where hidden 2 > 0; and so on down
//
// The gradients of the weights, hiddenᵀ · gradient over all images of the batch, are made where the weights
// are updated (update-units.ts): each unit makes its own rows of them from the whole batch. So they
// need neither a buffer for each shard nor a sum over shards.
//
// The product works on 4 rows: images are rounded up to a multiple of 4, and nobody reads what the rows of
// images that are not there become.

import { multiply } from '../shared/multiply-matrices';
import { multiplyRow } from '../shared/multiply-row';
import { hidden1, hidden1Gradient, hidden2, hidden2Gradient, output, pooled2 } from './batch-arrays';
import {
  DENSE_1,
  DENSE_2,
  DENSE_3,
  DENSE_BIAS_1,
  DENSE_BIAS_2,
  DENSE_BIAS_3,
  POOLED_2_GRADIENT,
  ROW_10,
  ROW_84,
  ROW_120,
  ROW_256,
  TRANSPOSED_1,
  TRANSPOSED_2,
  TRANSPOSED_3,
  WEIGHTS,
} from './memory-map';

/**
 * @param first number of the first image in the batch
 * @param count images
 */
export function denseForward(first: usize, count: usize): void {
  // The module that only classifies is to be small, and takes one image after the other.
  if (!TRAINS || count === 1) {
    for (let image = first; image < first + count; image++) denseForwardOne(image);
    return;
  }
  const rows = (count + 3) & ~3;
  // biome-ignore format: sizes, then a matrix and the length of its rows a line
  multiply(
    rows, 120, 256,
    pooled2(first), ROW_256,
    WEIGHTS + DENSE_1, ROW_120, 32,
    hidden1(first), ROW_120,
    WEIGHTS + DENSE_BIAS_1, true, 0,
  );
  // biome-ignore format: sizes, then a matrix and the length of its rows a line
  multiply(
    rows, 88, 120,
    hidden1(first), ROW_120,
    WEIGHTS + DENSE_2, ROW_84, 32,
    hidden2(first), ROW_84,
    WEIGHTS + DENSE_BIAS_2, true, 0,
  );
  // biome-ignore format: sizes, then a matrix and the length of its rows a line
  multiply(
    rows, 16, 84,
    hidden2(first), ROW_84,
    WEIGHTS + DENSE_3, ROW_10, 32,
    output(first), ROW_10,
    WEIGHTS + DENSE_BIAS_3, false, 0,
  );
}

function denseForwardOne(image: usize): void {
  // biome-ignore format: sizes, then the row, the matrix and its rows, the result, the bias a line
  multiplyRow(
    120, 256,
    pooled2(image),
    WEIGHTS + DENSE_1, ROW_120,
    hidden1(image),
    WEIGHTS + DENSE_BIAS_1, true,
  );
  // biome-ignore format: sizes, then the row, the matrix and its rows, the result, the bias a line
  multiplyRow(
    88, 120,
    hidden1(image),
    WEIGHTS + DENSE_2, ROW_84,
    hidden2(image),
    WEIGHTS + DENSE_BIAS_2, true,
  );
  // biome-ignore format: sizes, then the row, the matrix and its rows, the result, the bias a line
  multiplyRow(
    16, 84,
    hidden2(image),
    WEIGHTS + DENSE_3, ROW_10,
    output(image),
    WEIGHTS + DENSE_BIAS_3, false,
  );
}

/** From the gradient by the logits, in `output`, to the gradient by pooled 2, in the scratch. */
export function denseBackward(scratch: usize, first: usize, count: usize): void {
  const rows = (count + 3) & ~3;
  // biome-ignore format: sizes, then a matrix and the length of its rows a line
  multiply(
    rows, 88, 10,
    output(first), ROW_10,
    TRANSPOSED_3, ROW_84, 32,
    hidden2Gradient(first), ROW_84,
    0, false, hidden2(first),
  );
  // biome-ignore format: sizes, then a matrix and the length of its rows a line
  multiply(
    rows, 120, 84,
    hidden2Gradient(first), ROW_84,
    TRANSPOSED_2, ROW_120, 32,
    hidden1Gradient(first), ROW_120,
    0, false, hidden1(first),
  );
  // biome-ignore format: sizes, then a matrix and the length of its rows a line
  multiply(
    rows, 256, 120,
    hidden1Gradient(first), ROW_120,
    TRANSPOSED_1, ROW_256, 32,
    scratch + POOLED_2_GRADIENT, ROW_256,
    0, false, 0,
  );
}
