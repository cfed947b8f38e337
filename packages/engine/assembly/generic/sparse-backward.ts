// Backward through a convolution for the gradients g of one output pixel that are not 0, of filters f:
//
//     sums[f]        += g * patch          the gradient by the kernel, transposed
//     patch gradient += g * kernelᵀ[f]
//
// Why it is fast: the filters with a gradient are listed once for a pixel, and then the patch is walked in pieces
// of four vectors, whose numbers and gradients stay in registers along the list.
import { multiplyAdd } from '../shared/multiply-add';
import {
  kernelColumns,
  outputHeight,
  outputPixel,
  outputWidth,
  passesGradient,
  transposedKernel,
  transposedRow,
} from './program';

/** The gradients by the patches are not added to what is there. */
export function sparseBackward(
  layer: usize,
  patches: usize,
  gradient: usize,
  kernelSum: usize,
  patchGradients: usize,
): void {
  const pixels = outputHeight(layer) * outputWidth(layer);
  const row = transposedRow(layer);
  // The last pixel's patch gradients are written last, and there is room for a list behind them.
  const list = patchGradients + ((pixels + 3) & ~3) * row;
  let patch = patches;
  let patchGradient = patchGradients;
  for (let pixel: usize = 0; pixel < pixels; pixel++) {
    const end = listGradients(gradient + pixel * outputPixel(layer), kernelColumns(layer), row, list);
    for (let piece: usize = 0; piece < row; piece += 64) {
      if (end > list) addToSums(list, end, patch + piece, kernelSum + piece);
      if (passesGradient(layer)) {
        addKernels(list, end, transposedKernel(layer) + piece, patchGradient + piece);
      }
    }
    patch += row;
    patchGradient += row;
  }
}

/** @returns the end of the list of (uint32 distance of the filter's row, float32 gradient) */
function listGradients(gradients: usize, filters: usize, row: usize, list: usize): usize {
  let end = list;
  let distance: usize = 0;
  for (let filter: usize = 0; filter < filters; filter++) {
    const gradient = load<f32>(gradients + filter * 4);
    store<usize>(end, distance);
    store<f32>(end, gradient, 4);
    // Without a branch: the next entry goes over one of 0. Not a number is kept.
    end += select<usize>(0, 8, gradient === 0);
    distance += row;
  }
  return end;
}

function addToSums(list: usize, end: usize, patch: usize, sums: usize): void {
  const p0 = v128.load(patch);
  const p1 = v128.load(patch, 16);
  const p2 = v128.load(patch, 32);
  const p3 = v128.load(patch, 48);
  for (let entry = list; entry < end; entry += 8) {
    const to = sums + load<usize>(entry);
    const gradient = v128.load32_splat(entry, 4);
    v128.store(to, multiplyAdd(gradient, p0, v128.load(to)));
    v128.store(to, multiplyAdd(gradient, p1, v128.load(to, 16)), 16);
    v128.store(to, multiplyAdd(gradient, p2, v128.load(to, 32)), 32);
    v128.store(to, multiplyAdd(gradient, p3, v128.load(to, 48)), 48);
  }
}

function addKernels(list: usize, end: usize, kernels: usize, to: usize): void {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  for (let entry = list; entry < end; entry += 8) {
    const from = kernels + load<usize>(entry);
    const gradient = v128.load32_splat(entry, 4);
    s0 = multiplyAdd(gradient, v128.load(from), s0);
    s1 = multiplyAdd(gradient, v128.load(from, 16), s1);
    s2 = multiplyAdd(gradient, v128.load(from, 32), s2);
    s3 = multiplyAdd(gradient, v128.load(from, 48), s3);
  }
  v128.store(to, s0);
  v128.store(to, s1, 16);
  v128.store(to, s2, 32);
  v128.store(to, s3, 48);
}
