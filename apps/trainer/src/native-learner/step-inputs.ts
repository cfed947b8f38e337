import type { LabelledImages, StepRequest } from '@lenet/core';
import { augmentBatch } from '@lenet/core/images';
import { dropoutMask } from '@lenet/core/training';
import type { GraphTensor } from './graph-session.js';
import { type DropoutMask, graphTensors } from './training-graph.js';

/**
 * What a step gives to the graph, but for the optimizer's numbers.
 *
 * @param seed uint32: of dropout and augmentation
 * @throws {InvalidArgumentError} when the augmentation is out of range
 */
export function stepInputs(
  images: LabelledImages,
  request: StepRequest,
  masks: readonly DropoutMask[],
  seed: number,
): Record<string, GraphTensor> {
  const { indices, epoch } = request;
  const { height, width } = images;
  const labels = Int32Array.from(indices, (index) => images.labels[index]);
  const inputs: Record<string, GraphTensor> = {
    [graphTensors.pixels]: {
      shape: [indices.length, height, width, 1],
      values: stepPixels(images, request, seed),
    },
    [graphTensors.labels]: { shape: [indices.length], values: labels },
  };
  for (const { layer, rate, shape, mask } of masks) {
    const size = shape.reduce((product, length) => product * length, 1);
    const values = new Float32Array(indices.length * size);
    for (const [position, index] of indices.entries()) {
      const key = { seed, epoch, index, layer };
      dropoutMask(key, rate, values.subarray(position * size, (position + 1) * size));
    }
    inputs[mask] = { shape: [indices.length, ...shape], values };
  }
  return inputs;
}

function stepPixels(
  images: LabelledImages,
  { indices, epoch, augmentation }: StepRequest,
  seed: number,
): Uint8Array {
  if (augmentation) return augmentBatch(images, indices, augmentation, { seed, epoch });
  const size = images.height * images.width;
  const pixels = new Uint8Array(indices.length * size);
  for (const [position, index] of indices.entries()) {
    pixels.set(images.pixels.subarray(index * size, (index + 1) * size), position * size);
  }
  return pixels;
}
