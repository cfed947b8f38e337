import type { Architecture } from '../architecture/architecture.js';
import { layerShapes } from '../architecture/layer-shapes.js';
import { requireImages } from '../classification/require-images.js';
import type { LabelledImages } from '../data/labelled-images.js';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';

/**
 * Checks that a network can learn from images. For those who write a learner.
 *
 * @throws {InvalidArgumentError} when the images are not of the size that the network takes, or it does
 *   not give one logit for each class
 * @example
 * import { createLabelledImages, lenetReport } from '@lenet/core';
 * import { requireTrainingImages } from '@lenet/core/training';
 *
 * const labels = Uint8Array.of(7);
 * const images = createLabelledImages({ pixels: new Uint8Array(784), labels, height: 28, width: 28 });
 * requireTrainingImages(images, lenetReport);
 */
export function requireTrainingImages(images: LabelledImages, architecture: Architecture): void {
  requireImages(images, architecture);
  const { classCount, labels, count } = images;
  const outputShape = layerShapes(architecture).at(-1)?.outputShape ?? architecture.inputShape;
  if (outputShape.length !== 1 || outputShape[0] !== classCount) {
    throw new InvalidArgumentError({
      argument: 'images',
      received: classCount,
      message: `Network "${architecture.name}": expected images of as many classes as it has outputs, [${outputShape.join(', ')}], got ${classCount}. Give its last dense layer ${classCount} units.`,
    });
  }
  const right = labels.length === count && labels.every((label) => label < classCount);
  if (right) return;
  throw new InvalidArgumentError({
    argument: 'images',
    received: labels.length,
    message: `Network "${architecture.name}": expected ${count} labels from 0 to ${classCount - 1}, got ${labels.length} labels up to ${labels.reduce((largest, label) => Math.max(largest, label), 0)}. Make the images with createLabelledImages.`,
  });
}
