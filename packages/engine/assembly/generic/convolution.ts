// Convolutions, image by image, as products of matrices (patches.ts):
//
//     output = activation(patches · kernel + bias)
//
// The product works on 4 rows: the pixels of an output are rounded up to a multiple of 4, and nobody reads what
// becomes of those that are not there.
//
// Backward, most gradients are often 0: behind maximum pooling all but one of a window, and those that relu has
// cut off. Where three of four are, sparse-backward.ts goes along those that are left.
import { multiply, multiplyTransposed } from '../shared/multiply-matrices';
import { activate, activateBackward } from './activations';
import { gatherPatches, scatterPatches } from './patches';
import {
  activation,
  bias,
  kernelColumns,
  kernelDepth,
  kernelRows,
  kernelSums,
  outputHeight,
  outputPixel,
  outputWidth,
  packedKernel,
  passesGradient,
  patchGradientsOf,
  RELU,
  transposedKernel,
  transposedRow,
  weightsRow,
} from './program';
import { sparseBackward } from './sparse-backward';

/** @param patches where the patches go; the way back reads them */
export function convolutionForward(layer: usize, input: usize, patches: usize, output: usize): void {
  const pixels = outputHeight(layer) * outputWidth(layer);
  gatherPatches(layer, input, patches);
  // biome-ignore format: sizes, then a matrix and the length of its rows a line
  multiply(
    (pixels + 3) & ~3, kernelColumns(layer), kernelDepth(layer),
    patches, transposedRow(layer),
    packedKernel(layer), 32, kernelRows(layer) * 32,
    output, outputPixel(layer),
    weightsRow() + bias(layer), activation(layer) === RELU, 0,
  );
  activate(layer, output, pixels * outputPixel(layer));
}

/**
 * Adds to the sums of a shard, and makes the gradient by the input where somebody asks for it.
 *
 * @param gradient by the output; is changed to that before the activation
 * @param inputGradient zeros
 */
export function convolutionBackward(
  layer: usize,
  scratch: usize,
  sums: usize,
  patches: usize,
  inputGradient: usize,
  output: usize,
  gradient: usize,
): void {
  const pixels = outputHeight(layer) * outputWidth(layer);
  const columns = kernelColumns(layer);
  const row = outputPixel(layer);
  const patchRow = transposedRow(layer);
  const kernelSum = sums + kernelSums(layer);
  const patchGradients = patchGradientsOf(scratch);
  activateBackward(layer, output, gradient, pixels * row);
  addRows(gradient, row, pixels, kernelSum + columns * patchRow);
  if (countOthersThanZero(gradient, pixels * row) * 4 < pixels * columns) {
    sparseBackward(layer, patches, gradient, kernelSum, patchGradients);
  } else {
    // biome-ignore format: sizes, then a matrix and the length of its rows a line
    multiplyTransposed(
      columns, patchRow >> 2, pixels,
      gradient, row,
      patches, patchRow,
      kernelSum, patchRow, true,
    );
    if (passesGradient(layer)) {
      // biome-ignore format: sizes, then a matrix and the length of its rows a line
      multiply(
        (pixels + 3) & ~3, patchRow >> 2, columns,
        gradient, row,
        transposedKernel(layer), patchRow, 32,
        patchGradients, patchRow,
        0, false, 0,
      );
    }
  }
  if (passesGradient(layer)) scatterPatches(layer, patchGradients, inputGradient);
}

/** `to[column] += sum over the rows of from[row][column]`. */
function addRows(from: usize, rowBytes: usize, rows: usize, to: usize): void {
  for (let column: usize = 0; column < rowBytes; column += 16) {
    let sum = v128.load(to + column);
    let at = from + column;
    for (let row: usize = 0; row < rows; row++) {
      sum = f32x4.add(sum, v128.load(at));
      at += rowBytes;
    }
    v128.store(to + column, sum);
  }
}

function countOthersThanZero(numbers: usize, bytes: usize): usize {
  const zero = f32x4.splat(0);
  let count = i32x4.splat(0);
  // A comparison that holds is -1.
  for (let at: usize = 0; at < bytes; at += 16) {
    count = i32x4.sub(count, f32x4.ne(v128.load(numbers + at), zero));
  }
  const total =
    i32x4.extract_lane(count, 0) +
    i32x4.extract_lane(count, 1) +
    i32x4.extract_lane(count, 2) +
    i32x4.extract_lane(count, 3);
  return <usize>total;
}
