import { requireNamedTensors } from '../training/require-named-tensors.js';
import type { Weights } from '../training/weights.js';

/** How far the numbers of one tensor are from what they were. */
export interface TensorError {
  /** `<layer>/kernel` or `<layer>/bias`. */
  readonly name: string;
  /** Largest |difference|, in the unit of the weights. */
  readonly largest: number;
  /** Square root of the mean squared difference, in the unit of the weights. */
  readonly rootMeanSquare: number;
}

/**
 * Tells what a compact format cost, tensor by tensor.
 *
 * @param weights as they were
 * @param read the same tensors as they came back, in any order
 * @returns in the order of `weights`
 * @throws {InvalidArgumentError} when a tensor of one is not in the other, or has another shape there
 * @example
 * import { initialiseWeights, lenetReport } from '@lenet/core';
 * import { quantizationError, quantizeWeights, readQuantizedWeights } from '@lenet/core/models';
 *
 * const weights = initialiseWeights(lenetReport, { seed: 1 });
 * const read = readQuantizedWeights(quantizeWeights(weights, 'int8'), lenetReport);
 * console.log(quantizationError(weights, read)[0].largest < 0.002); // true
 */
export function quantizationError(weights: Weights, read: Weights): TensorError[] {
  const others = requireNamedTensors(read, weights, 'network');
  return weights.map(({ name, values }, index) => {
    let largest = 0;
    let squares = 0;
    for (const [at, value] of values.entries()) {
      const difference = Math.abs(others[index].values[at] - value);
      largest = Math.max(largest, difference);
      squares += difference * difference;
    }
    return { name, largest, rootMeanSquare: Math.sqrt(squares / values.length) };
  });
}
