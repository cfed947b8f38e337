import type { Architecture } from './architecture.js';
import { layerShapes } from './layer-shapes.js';

const BYTES_PER_VALUE = 4;

/** What the numbers of a network take, in bytes, as float32. Working memory of a backend comes on top. */
export interface MemoryCount {
  /** All trainable parameters. */
  readonly weights: number;
  /**
   * Of one image: its pixels as the network takes them, and the outputs of all layers. A training step
   * keeps them for each image of its batch. A flatten layer has none, as it only names its input anew.
   */
  readonly activations: number;
  /** Of one image: the layer with the largest input and output together, which is all that a forward pass holds at once. */
  readonly peakActivations: number;
}

/**
 * Counts the memory of a network.
 *
 * @throws {InvalidArgumentError} naming the layer that `layerShapes` refuses
 * @example
 * import { countMemory, lenetReport } from '@lenet/core';
 *
 * console.log(countMemory(lenetReport)); // weights 177704, activations 26392, peakActivations 17280
 */
export function countMemory(architecture: Architecture): MemoryCount {
  let input = sizeOf(architecture.inputShape);
  let activations = input;
  let peakActivations = input;
  let weights = 0;
  for (const { layer, outputShape, parameterCount } of layerShapes(architecture)) {
    weights += BYTES_PER_VALUE * parameterCount;
    if (layer.kind === 'flatten') continue;
    const output = sizeOf(outputShape);
    activations += output;
    peakActivations = Math.max(peakActivations, input + output);
    input = output;
  }
  return { weights, activations, peakActivations };
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((bytes, dimension) => bytes * dimension, BYTES_PER_VALUE);
}
