// The update of the weights in UNITS pieces that any thread may take, in any order. A unit makes the
// gradients of its own weights from the whole batch, changes the weights, and remakes the copies of them
// that other kernels read.
//
//     units 0 to 7     32 rows each of dense 1
//     units 8 to 11    30 rows each of dense 2, rounded to 32, 32, 32 and 24
//     unit 12          dense 3 and the biases of the dense layers
//     unit 13          both convolutions: the sum of what the shards have found

import { multiplyTransposed } from '../shared/multiply-matrices';
import { batchCount, lossIsFinite, SHARDS, SQUARES } from '../shared/request';
import { transpose } from '../shared/transpose';
import { gradientScale, sumOfSquares, sumRows, updateParameters } from '../shared/update-rules';
import { hidden1, hidden1Gradient, hidden2, hidden2Gradient, output, pooled2 } from './batch-arrays';
import {
  BIAS_1,
  BIAS_2,
  DENSE_1,
  DENSE_2,
  DENSE_3,
  DENSE_BIAS_1,
  DENSE_BIAS_2,
  DENSE_BIAS_3,
  FILTER_SUMS,
  FILTERS_1,
  FILTERS_2,
  GRADIENT,
  PARAMETER_BYTES,
  ROW,
  ROW_10,
  ROW_84,
  ROW_120,
  ROW_256,
  SUMS_1,
  SUMS_2,
  SUMS_BIAS_2,
  SUMS_BYTES,
  TRANSPOSED_1,
  TRANSPOSED_2,
  TRANSPOSED_3,
  UNITS,
  WEIGHTS,
} from './memory-map';
import { packFilters } from './pack-filters';

/** First row of dense 2 of a unit, and of the one behind it. */
function rowOfDense2(unit: usize): usize {
  return min<usize>((unit - 8) * 32, 120);
}

/** Makes the gradients of a unit: sums over the images. */
export function gradientUnit(unit: usize): void {
  const count = batchCount();
  if (unit < 8) {
    const at = DENSE_1 + unit * 32 * ROW_120;
    // biome-ignore format: sizes, then a matrix and the length of its rows a line
    multiplyTransposed(
      32, 120, count,
      pooled2(0) + unit * 128, ROW_256,
      hidden1Gradient(0), ROW_120,
      GRADIENT + at, ROW_120, false,
    );
  } else if (unit < 12) {
    const row = rowOfDense2(unit);
    // biome-ignore format: sizes, then a matrix and the length of its rows a line
    multiplyTransposed(
      rowOfDense2(unit + 1) - row, 88, count,
      hidden1(0) + row * 4, ROW_120,
      hidden2Gradient(0), ROW_84,
      GRADIENT + DENSE_2 + row * ROW_84, ROW_84, false,
    );
  } else if (unit === 12) {
    // biome-ignore format: sizes, then a matrix and the length of its rows a line
    multiplyTransposed(
      84, 16, count,
      hidden2(0), ROW_84,
      output(0), ROW_10,
      GRADIENT + DENSE_3, ROW_10, false,
    );
    sumRows(hidden1Gradient(0), ROW_120, count, GRADIENT + DENSE_BIAS_1);
    sumRows(hidden2Gradient(0), ROW_84, count, GRADIENT + DENSE_BIAS_2);
    sumRows(output(0), ROW_10, count, GRADIENT + DENSE_BIAS_3);
  } else {
    sumShards();
  }
}

/** Writes the sum of the squared gradients of a unit. */
export function squaresUnit(unit: usize): void {
  store<f64>(SQUARES + unit * 8, sumOfSquares(GRADIENT, start(unit), end(unit)) + secondSum(unit));
}

function secondSum(unit: usize): f64 {
  return unit === 12 ? sumOfSquares(GRADIENT, DENSE_BIAS_1, DENSE_2) : 0;
}

/** Changes the weights of a unit; not where a loss is not finite. */
export function updateUnit(unit: usize): void {
  if (!lossIsFinite()) return;
  const scale = gradientScale(UNITS);
  updateParameters(WEIGHTS, ROW, start(unit), end(unit), scale);
  if (unit === 12) updateParameters(WEIGHTS, ROW, DENSE_BIAS_1, DENSE_2, scale);
  copyUnit(unit);
}

/** Remakes the copies of a unit's weights. */
export function copyUnit(unit: usize): void {
  if (unit < 8) {
    const from = WEIGHTS + DENSE_1 + unit * 32 * ROW_120;
    transpose(from, ROW_120, TRANSPOSED_1 + unit * 128, ROW_256, 32, 120);
  } else if (unit < 12) {
    const row = rowOfDense2(unit);
    const rows = rowOfDense2(unit + 1) - row;
    transpose(WEIGHTS + DENSE_2 + row * ROW_84, ROW_84, TRANSPOSED_2 + row * 4, ROW_120, rows, 88);
  } else if (unit === 12) {
    transpose(WEIGHTS + DENSE_3, ROW_10, TRANSPOSED_3, ROW_84, 84, 16);
  } else {
    packFilters();
  }
}

/** Where the weights of a unit begin in the row of parameters; unit 12 has those of bias 1 besides. */
function start(unit: usize): usize {
  if (unit < 8) return DENSE_1 + unit * 32 * ROW_120;
  if (unit < 12) return DENSE_2 + rowOfDense2(unit) * ROW_84;
  return unit === 12 ? DENSE_BIAS_2 : 0;
}

function end(unit: usize): usize {
  if (unit < 8) return DENSE_1 + (unit + 1) * 32 * ROW_120;
  if (unit < 12) return DENSE_2 + rowOfDense2(unit + 1) * ROW_84;
  return unit === 12 ? PARAMETER_BYTES : DENSE_1;
}

/** Adds up the filter sums of all shards, in order, and unpacks those of the first convolution. */
function sumShards(): void {
  for (let at: usize = 0; at < SUMS_BYTES; at += 16) {
    let sum = v128.load(FILTER_SUMS + at);
    for (let shard: usize = 1; shard < SHARDS; shard++) {
      sum = f32x4.add(sum, v128.load(FILTER_SUMS + shard * SUMS_BYTES + at));
    }
    v128.store(FILTER_SUMS + at, sum);
  }
  memory.copy(GRADIENT + FILTERS_2, FILTER_SUMS + SUMS_2, BIAS_2 - FILTERS_2);
  memory.copy(GRADIENT + BIAS_2, FILTER_SUMS + SUMS_BIAS_2, DENSE_1 - BIAS_2);
  for (let filter: usize = 0; filter < 6; filter++) {
    const from = FILTER_SUMS + SUMS_1 + filter * 128;
    const to = GRADIENT + FILTERS_1 + filter * 100;
    for (let row: usize = 0; row < 5; row++) {
      v128.store(to + row * 20, v128.load(from + row * 16));
      store<f32>(to + row * 20, load<f32>(from + 80 + row * 4), 16);
    }
    store<f32>(GRADIENT + BIAS_1 + filter * 4, load<f32>(from, 112));
  }
}
