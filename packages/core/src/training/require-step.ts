import type { LabelledImages } from '../data/labelled-images.js';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { requireInteger } from '../errors/require-argument.js';
import type { StepRequest } from './learner.js';

/**
 * Checks what a learner is asked for, before it touches anything. For those who write a learner.
 *
 * @param images the training set, or undefined before `load`
 * @throws {InvalidArgumentError} when there are no images, no or wrong indices, the epoch is no uint32, or
 *   the learning rate is negative or not finite
 * @example
 * import { createLabelledImages } from '@lenet/core';
 * import { requireStep } from '@lenet/core/training';
 *
 * const labels = Uint8Array.of(7);
 * const images = createLabelledImages({ pixels: new Uint8Array(784), labels, height: 28, width: 28 });
 * requireStep({ indices: Uint32Array.of(0), learningRate: 1e-3, epoch: 1 }, images);
 */
export function requireStep(
  { indices, learningRate, epoch }: StepRequest,
  images: LabelledImages | undefined,
): asserts images is LabelledImages {
  if (!images || images.count === 0) {
    throw new InvalidArgumentError({
      argument: 'indices',
      received: indices.length,
      message: 'Learner: no images to train on. Call load with images before the first step.',
    });
  }
  if (indices.length === 0) {
    throw new InvalidArgumentError({
      argument: 'indices',
      received: 0,
      message: 'Learner: expected one image or more in a step, got none.',
    });
  }
  for (const index of indices) requireInteger('indices', index, 0, images.count - 1);
  requireInteger('epoch', epoch, 0, 0xffffffff);
  if (!(learningRate >= 0 && learningRate < Infinity)) {
    throw new InvalidArgumentError({
      argument: 'learningRate',
      received: learningRate,
      message: `Argument "learningRate": expected a number of 0 or more, got ${learningRate}.`,
    });
  }
}
