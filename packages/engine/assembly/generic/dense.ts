// A dense layer for the images of a chunk, one row of each matrix an image:
//
//   forward     output = activation(input · kernel + bias)
//   backward    gradient by the input = gradient · kernelᵀ
//
// The gradient of the kernel, inputᵀ · gradient, is made from the whole batch where the kernel is updated
// (units.ts). Images are rounded up to a multiple of 4, and nobody reads the rows of those that are not there.
import { multiply } from '../shared/multiply-matrices';
import { activate, activateBackward } from './activations';
import {
  activation,
  bias,
  inputSlot,
  kernelColumns,
  kernelRows,
  outputSlot,
  packedKernel,
  passesGradient,
  RELU,
  slotOf,
  transposedKernel,
  transposedRow,
  weightsRow,
} from './program';
import { bytesOf, gradientsOf, valuesOf } from './slots';

/** @param first number of the first image in the batch */
export function denseForward(layer: usize, first: usize, count: usize): void {
  const input = slotOf(inputSlot(layer));
  const output = slotOf(outputSlot(layer));
  const rows = (count + 3) & ~3;
  // biome-ignore format: sizes, then a matrix and the length of its rows a line
  multiply(
    rows, kernelColumns(layer), kernelRows(layer),
    valuesOf(input, 0, first, 0), bytesOf(input),
    packedKernel(layer), 32, kernelRows(layer) * 32,
    valuesOf(output, 0, first, 0), bytesOf(output),
    weightsRow() + bias(layer), activation(layer) === RELU, 0,
  );
  activate(layer, valuesOf(output, 0, first, 0), count * bytesOf(output));
}

export function denseBackward(layer: usize, first: usize, count: usize): void {
  const input = slotOf(inputSlot(layer));
  const output = slotOf(outputSlot(layer));
  const gradients = gradientsOf(output, 0, first, 0);
  activateBackward(layer, valuesOf(output, 0, first, 0), gradients, count * bytesOf(output));
  if (!passesGradient(layer)) return;
  // biome-ignore format: sizes, then a matrix and the length of its rows a line
  multiply(
    (count + 3) & ~3, kernelRows(layer), kernelColumns(layer),
    gradients, bytesOf(output),
    transposedKernel(layer), transposedRow(layer), 32,
    gradientsOf(input, 0, first, 0), bytesOf(input),
    0, false, 0,
  );
}
