import type * as tf from '@tensorflow/tfjs-core';
import type { Padding } from '../architecture/architecture.js';
import { paddingBefore } from '../architecture/padding-before.js';

/** Name of the kernel in the registry of tfjs. */
export const FIRST_MAX_POOL_GRAD = 'LenetFirstMaxPoolGrad';

/** What every kernel of the wasm backend is written with; its package is not a dependency of this one. */
interface WasmBackend {
  makeOutput(shape: readonly number[], dtype: 'float32'): tf.TensorInfo;
  /** A view of the memory; invalid as soon as that grows. */
  typedArrayFromHeap(tensor: tf.TensorInfo): Float32Array;
}

/**
 * Gradient of max pooling, on the wasm backend: each output's gradient goes to the first
 * largest value of its window, row by row.
 *
 * The backend's own kernel gives it to the last one, unlike the cpu backend and Keras, and takes four
 * times as long.
 *
 * Inputs: `dy` and `output` float32 `[batch, outHeight, outWidth, channels]`, `input` float32 `[batch,
 * height, width, channels]`; attributes `filterSize` and `strides`, in pixels,
 * and `pad`.
 */
export const firstMaxPoolGrad: tf.KernelFunc = ({ inputs, backend, attrs }) => {
  const { dy, input, output } = inputs as { dy: tf.TensorInfo; input: tf.TensorInfo; output: tf.TensorInfo };
  const { filterSize, strides, pad } = attrs as { filterSize: number; strides: number; pad: Padding };
  const wasm = backend as WasmBackend;
  const result = wasm.makeOutput(input.shape, 'float32');
  const inputGradient = wasm.typedArrayFromHeap(result);
  const values = wasm.typedArrayFromHeap(input);
  const maxima = wasm.typedArrayFromHeap(output);
  const gradient = wasm.typedArrayFromHeap(dy);
  const [, height, width, channels] = input.shape;
  const [batch, outHeight, outWidth] = output.shape;
  const rowStep = width * channels;
  const top = paddingBefore(pad, filterSize, strides, height, outHeight);
  const left = paddingBefore(pad, filterSize, strides, width, outWidth);

  inputGradient.fill(0);
  let at = 0;
  for (let image = 0; image < batch; image++) {
    for (let row = 0; row < outHeight; row++) {
      const firstRow = Math.max(0, row * strides - top);
      const rows = Math.min(height, row * strides - top + filterSize) - firstRow;
      for (let column = 0; column < outWidth; column++) {
        const firstColumn = Math.max(0, column * strides - left);
        const columns = Math.min(width, column * strides - left + filterSize) - firstColumn;
        const corner = ((image * height + firstRow) * width + firstColumn) * channels;
        for (let channel = 0; channel < channels; channel++, at++) {
          if (gradient[at] === 0) continue;
          const position = firstEqual(values, maxima[at], corner + channel, rows, columns, rowStep, channels);
          if (position >= 0) inputGradient[position] += gradient[at];
        }
      }
    }
  }
  return result;
};

/** @returns where the window that starts at `start` first holds `value`; -1 when it does not (NaN) */
function firstEqual(
  values: Float32Array,
  value: number,
  start: number,
  rows: number,
  columns: number,
  rowStep: number,
  columnStep: number,
): number {
  for (let row = 0; row < rows; row++) {
    let position = start + row * rowStep;
    for (let column = 0; column < columns; column++, position += columnStep) {
      if (values[position] === value) return position;
    }
  }
  return -1;
}
