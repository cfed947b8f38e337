// What a classifier tells beside its answer: values of every layer, and the gradient of a logit by the pixels.
// Only the generic module keeps them where they can be read.
import { type Architecture, type ClassifierImages, type LayerActivation, layerShapes } from '@lenet/core';
import { requireImage } from '@lenet/core/training';
import type { GenericProgram } from '../generic/create-generic-program.js';
import type { Machine } from '../machine/machine.js';
import { classifyImages } from './classify-images.js';

/**
 * @param machine of the generic module, one that does not train
 * @throws {InvalidArgumentError} when it is not one image of the size that the network takes
 */
export function readActivations(
  machine: Machine,
  architecture: Architecture,
  image: ClassifierImages,
): LayerActivation[] {
  requireImage(image, architecture);
  classifyImages(machine, image);
  const { plan } = machine.program as GenericProgram;
  return layerShapes(architecture).map(({ layer, outputShape }, index) => ({
    layer: layer.name,
    shape: outputShape,
    values: readSlot(machine, plan.slotOfLayer[index], 'values'),
  }));
}

/**
 * @returns float32 `[height, width]`
 * @throws {InvalidArgumentError} when it is not one image of the size that the network takes
 */
export function readInputGradient(
  machine: Machine,
  architecture: Architecture,
  image: ClassifierImages,
  classIndex: number,
): Float32Array {
  requireImage(image, architecture);
  classifyImages(machine, image);
  const { plan } = machine.program as GenericProgram;
  const last = plan.slots.length - 1;
  const start = slotStart(machine, last, 'gradients');
  machine.data.numbers.fill(0, start, start + plan.slots[last].paddedChannels);
  machine.data.numbers[start + classIndex] = 1;
  machine.kernels.explainImage();
  return readSlot(machine, 0, 'gradients');
}

/** Values or gradients of image 0, without padding. */
function readSlot(machine: Machine, index: number, what: 'values' | 'gradients'): Float32Array {
  const { plan } = machine.program as GenericProgram;
  const { height, width, channels, paddedChannels } = plan.slots[index];
  const start = slotStart(machine, index, what);
  const { numbers } = machine.data;
  const read = new Float32Array(height * width * channels);
  for (let number = 0; number < read.length; number++) {
    read[number] = numbers[start + Math.floor(number / channels) * paddedChannels + (number % channels)];
  }
  return read;
}

function slotStart({ program, data }: Machine, index: number, what: 'values' | 'gradients'): number {
  const { values, scratch } = program as GenericProgram;
  const place = values[index];
  if (!place.isOfBatch) return (scratch + place[what]) / 4;
  return data.addressOf(place[what]) / 4;
}
