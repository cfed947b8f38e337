// The arithmetic of the layers in plain TypeScript: one image, row-major, sums in float64.
import type { AveragePooling2dLayer, Conv2dLayer, MaxPooling2dLayer } from '../architecture/architecture.js';
import { paddingBefore } from '../architecture/padding-before.js';

/** `[inputHeight, inputWidth, channels]` to `[height, width, filters]`. */
export function convolution(
  input: Float64Array,
  [inputHeight, inputWidth, channels]: readonly number[],
  kernel: Float32Array, // [kernelSize, kernelSize, channels, filters]
  bias: Float32Array, // [filters]
  layer: Conv2dLayer,
  [height, width, filters]: readonly number[],
): Float64Array {
  const { kernelSize, stride, padding } = layer;
  const top = paddingBefore(padding, kernelSize, stride, inputHeight, height);
  const left = paddingBefore(padding, kernelSize, stride, inputWidth, width);
  const output = new Float64Array(height * width * filters);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const start = (row * width + column) * filters;
      for (let filter = 0; filter < filters; filter++) output[start + filter] = bias[filter];
      for (let kernelRow = 0; kernelRow < kernelSize; kernelRow++) {
        const inputRow = row * stride + kernelRow - top;
        if (inputRow < 0 || inputRow >= inputHeight) continue;
        for (let kernelColumn = 0; kernelColumn < kernelSize; kernelColumn++) {
          const inputColumn = column * stride + kernelColumn - left;
          if (inputColumn < 0 || inputColumn >= inputWidth) continue;
          const pixel = (inputRow * inputWidth + inputColumn) * channels;
          const tap = (kernelRow * kernelSize + kernelColumn) * channels;
          for (let channel = 0; channel < channels; channel++) {
            const value = input[pixel + channel];
            // Most pixels are empty, and half of all maps behind a relu.
            if (value === 0) continue;
            const weight = (tap + channel) * filters;
            for (let filter = 0; filter < filters; filter++) {
              output[start + filter] += value * kernel[weight + filter];
            }
          }
        }
      }
    }
  }
  return output;
}

/** `[inputHeight, inputWidth, channels]` to `[height, width, channels]`. */
export function pooling(
  input: Float64Array,
  [inputHeight, inputWidth, channels]: readonly number[],
  { kind, poolSize, stride, padding }: MaxPooling2dLayer | AveragePooling2dLayer,
  [height, width]: readonly number[],
): Float64Array {
  const isMean = kind === 'averagePooling2d';
  const top = paddingBefore(padding, poolSize, stride, inputHeight, height);
  const left = paddingBefore(padding, poolSize, stride, inputWidth, width);
  const output = new Float64Array(height * width * channels).fill(isMean ? 0 : -Infinity);
  for (let row = 0; row < height; row++) {
    const firstRow = Math.max(0, row * stride - top);
    const endRow = Math.min(inputHeight, row * stride - top + poolSize);
    for (let column = 0; column < width; column++) {
      const firstColumn = Math.max(0, column * stride - left);
      const endColumn = Math.min(inputWidth, column * stride - left + poolSize);
      const count = (endRow - firstRow) * (endColumn - firstColumn);
      const start = (row * width + column) * channels;
      for (let inputRow = firstRow; inputRow < endRow; inputRow++) {
        for (let inputColumn = firstColumn; inputColumn < endColumn; inputColumn++) {
          const pixel = (inputRow * inputWidth + inputColumn) * channels;
          for (let channel = 0; channel < channels; channel++) {
            const value = input[pixel + channel];
            const at = start + channel;
            output[at] = isMean ? output[at] + value / count : Math.max(output[at], value);
          }
        }
      }
    }
  }
  return output;
}

/** `[inputs]` to `[units]`. */
export function dense(input: Float64Array, kernel: Float32Array, bias: Float32Array): Float64Array {
  const units = bias.length;
  const output = Float64Array.from(bias);
  for (let index = 0; index < input.length; index++) {
    const value = input[index];
    if (value === 0) continue;
    for (let unit = 0; unit < units; unit++) output[unit] += value * kernel[index * units + unit];
  }
  return output;
}
