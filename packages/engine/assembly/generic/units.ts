// The update of the weights in pieces that any thread may take, in any order. A unit makes the gradients of its
// own weights, changes them, and remakes their transposed copy. Its record:
//
//   word 0   number of the layer
//   word 1   first row of the kernel
//   word 2   rows of the kernel, a multiple of 4; the bias follows the last row, and belongs to the last unit
//   word 3   1 for the last unit of a layer
import { multiplyTransposed } from '../shared/multiply-matrices';
import { batchCount, lossIsFinite, SHARDS, SQUARES } from '../shared/request';
import { transpose } from '../shared/transpose';
import { gradientScale, sumOfSquares, sumRows, updateParameters } from '../shared/update-rules';
import {
  CONVOLUTION,
  gradientRow,
  inputSlot,
  kernel,
  kernelColumns,
  kernelRows,
  kernelSums,
  kind,
  layerOf,
  outputPixel,
  outputSlot,
  packedKernel,
  rowBytes,
  slotOf,
  sumsOf,
  transposedKernel,
  transposedRow,
  unitCount,
  unitOf,
  weightsRow,
} from './program';
import { bytesOf, gradientsOf, valuesOf } from './slots';

function unitLayer(unit: usize): usize {
  return layerOf(load<usize>(unitOf(unit)));
}

function firstRow(unit: usize): usize {
  return load<usize>(unitOf(unit), 4);
}

function rowCount(unit: usize): usize {
  return load<usize>(unitOf(unit), 8);
}

function isLast(unit: usize): bool {
  return load<bool>(unitOf(unit), 12);
}

/** Where the weights of a unit begin in a row of parameters, and where they end. */
function start(unit: usize): usize {
  const layer = unitLayer(unit);
  return kernel(layer) + firstRow(unit) * outputPixel(layer);
}

function end(unit: usize): usize {
  const rows = rowCount(unit) + (isLast(unit) ? 1 : 0);
  return start(unit) + rows * outputPixel(unitLayer(unit));
}

/** Makes the gradients of a unit: sums over the images. */
export function gradientUnit(unit: usize): void {
  const layer = unitLayer(unit);
  if (kind(layer) === CONVOLUTION) {
    sumShards(layer, unit);
    return;
  }
  const input = slotOf(inputSlot(layer));
  const output = slotOf(outputSlot(layer));
  const gradients = gradientsOf(output, 0, 0, 0);
  // biome-ignore format: sizes, then a matrix and the length of its rows a line
  multiplyTransposed(
    rowCount(unit), kernelColumns(layer), batchCount(),
    valuesOf(input, 0, 0, 0) + firstRow(unit) * 4, bytesOf(input),
    gradients, bytesOf(output),
    gradientRow() + start(unit), outputPixel(layer), false,
  );
  if (!isLast(unit)) return;
  sumRows(gradients, bytesOf(output), batchCount(), gradientRow() + end(unit) - outputPixel(layer));
}

/** Adds up what all shards have found, in order, in the sums of the first, and transposes it. */
function sumShards(layer: usize, unit: usize): void {
  const filters = kernelColumns(layer);
  const sumRow = transposedRow(layer);
  const first = firstRow(unit) * 4;
  const sums = kernelSums(layer);
  for (let filter: usize = 0; filter < filters; filter++) {
    addShards(sums + filter * sumRow + first, rowCount(unit) * 4);
  }
  const row = outputPixel(layer);
  const to = gradientRow() + start(unit);
  transpose(sumsOf(0) + sums + first, sumRow, to, row, filters, rowCount(unit));
  if (!isLast(unit)) return;
  const bias = sums + filters * sumRow;
  addShards(bias, row);
  memory.copy(gradientRow() + end(unit) - row, sumsOf(0) + bias, row);
}

function addShards(from: usize, bytes: usize): void {
  for (let at = from; at < from + bytes; at += 16) {
    let sum = v128.load(sumsOf(0) + at);
    for (let shard: usize = 1; shard < SHARDS; shard++) {
      sum = f32x4.add(sum, v128.load(sumsOf(shard) + at));
    }
    v128.store(sumsOf(0) + at, sum);
  }
}

/** Writes the sum of the squared gradients of a unit. */
export function squaresUnit(unit: usize): void {
  store<f64>(SQUARES + unit * 8, sumOfSquares(gradientRow(), start(unit), end(unit)));
}

/** Changes the weights of a unit; not where a loss is not finite. */
export function updateUnit(unit: usize): void {
  if (!lossIsFinite()) return;
  updateParameters(weightsRow(), rowBytes(), start(unit), end(unit), gradientScale(unitCount()));
  copyUnit(unit);
}

/** Remakes both copies of a unit's part of the kernel: transposed, and as panels of 8 columns. */
export function copyUnit(unit: usize): void {
  const layer = unitLayer(unit);
  const row = outputPixel(layer);
  const from = weightsRow() + start(unit);
  const first = firstRow(unit);
  const rows = rowCount(unit);
  transpose(from, row, transposedKernel(layer) + first * 4, transposedRow(layer), rows, kernelColumns(layer));
  const panelBytes = kernelRows(layer) * 32;
  let panel = packedKernel(layer) + first * 32;
  for (let column: usize = 0; column < row; column += 32) {
    for (let index: usize = 0; index < rows; index++) {
      const at = from + index * row + column;
      v128.store(panel + index * 32, v128.load(at));
      v128.store(panel + index * 32, v128.load(at, 16), 16);
    }
    panel += panelBytes;
  }
}
