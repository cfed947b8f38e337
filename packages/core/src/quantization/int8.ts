// Kernels as whole numbers from -127 to 127 with one scale for each output: symmetric quantisation by channel.
//
//     scale[output] = largest |kernel[..., output]| / 127        quantised = round(kernel / scale)
//
// Rounded to the nearest, halves away from 0, so that -w has the number of w with the other sign.
//
// Source: Jacob et al., "Quantization and Training of Neural Networks for Efficient Integer-Arithmetic-Only
// Inference", 2018, section 2.1; symmetric and by channel: Krishnamoorthi, "Quantizing deep convolutional networks for efficient inference", 2018, section 2.
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { NamedTensor } from '../training/weights.js';

/** A kernel in 8 bits. */
export interface QuantizedKernel {
  /** int8, in the order of the kernel. */
  readonly values: Int8Array;
  /** float32 `[outputs]`; 0 where all of an output's numbers are 0. */
  readonly scales: Float32Array;
}

/** One of them, and whose it is. */
export interface QuantizedTensor extends QuantizedKernel, Pick<NamedTensor, 'name' | 'shape'> {}

/**
 * @param kernel float32, its last dimension the outputs
 * @param outputs number of outputs, a divisor of the kernel's length
 * @throws {InvalidArgumentError} when a number is not finite, or the kernel cannot have so many outputs
 * @example
 * import { quantizeInt8 } from '@lenet/core/models';
 *
 * console.log(quantizeInt8(Float32Array.of(0.5, -2, 1, 1), 2)); // values 64 -127 127 64
 */
export function quantizeInt8(kernel: Float32Array, outputs: number): QuantizedKernel {
  if (!(Number.isInteger(outputs) && outputs > 0 && kernel.length % outputs === 0)) {
    throw new InvalidArgumentError({
      argument: 'outputs',
      received: outputs,
      message: `Argument "outputs": expected a divisor of the kernel's ${kernel.length} numbers, got ${outputs}.`,
    });
  }
  const scales = new Float32Array(outputs);
  for (const [index, value] of kernel.entries()) {
    if (!Number.isFinite(value)) {
      throw new InvalidArgumentError({
        argument: 'kernel',
        received: value,
        message: `Kernel: expected finite numbers, got ${value} at position ${index}.`,
      });
    }
    scales[index % outputs] = Math.max(scales[index % outputs], Math.abs(value));
  }
  for (const [output, largest] of scales.entries()) {
    scales[output] = largest / 127;
    if (Number.isFinite(Math.fround(127 * scales[output]))) continue;
    throw new InvalidArgumentError({
      argument: 'kernel',
      received: largest,
      message: `Kernel: expected numbers whose 8 bits can be read back, got ${largest}, too near to the largest of float32.`,
    });
  }
  const values = new Int8Array(kernel.length);
  for (const [index, value] of kernel.entries()) {
    const scale = scales[index % outputs];
    // A scale may be rounded down, and its largest number then reach 127.5; or to 0.
    if (scale > 0) values[index] = Math.max(-127, Math.min(127, roundHalfAway(value / scale)));
  }
  return { values, scales };
}

/**
 * @returns float32, in the order of the values: value times scale
 * @example
 * import { dequantizeInt8 } from '@lenet/core/models';
 *
 * console.log(dequantizeInt8({ values: Int8Array.of(64, -127), scales: Float32Array.of(0.5, 1) })); // 32, -127
 */
export function dequantizeInt8({ values, scales }: QuantizedKernel): Float32Array {
  const kernel = new Float32Array(values.length);
  // A page waits for this, and `Float32Array.from` is slow before it is compiled.
  for (let index = 0; index < kernel.length; index++)
    kernel[index] = values[index] * scales[index % scales.length];
  return kernel;
}

function roundHalfAway(number: number): number {
  return Math.sign(number) * Math.floor(Math.abs(number) + 0.5);
}
