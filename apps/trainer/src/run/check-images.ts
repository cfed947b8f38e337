import { type Architecture, InvalidArgumentError, type LabelledImages, layerShapes } from '@lenet/core';
import { DataError } from '../data/data-error.js';
import { type RunConfig, validationCount } from './run-config.js';

/**
 * Refuses what could not be trained on before anything is written.
 *
 * @throws {DataError} when the images are not of the size that the network takes, or of more classes
 * @throws {InvalidArgumentError} when the validation set would leave no image to train on
 */
export function checkImages(
  architecture: Architecture,
  config: RunConfig,
  data: { training: LabelledImages; test: LabelledImages },
): void {
  const [height, width] = architecture.inputShape;
  for (const [name, images] of Object.entries({ training: data.training, test: data.test })) {
    if (images.height === height && images.width === width) continue;
    throw new DataError({
      subject: `Data "${config.data}"`,
      reason: `expected ${name} images of ${height}x${width} pixels for ${architecture.name}, got ${images.height}x${images.width}`,
      remedy: 'Scale them first, or use other data.',
    });
  }
  const { classCount } = data.training;
  const outputs = layerShapes(architecture).at(-1)!.outputShape[0];
  if (classCount !== outputs) {
    throw new DataError({
      subject: `Data "${config.data}"`,
      reason: `expected images of ${outputs} classes for ${architecture.name}, got ${classCount}`,
      remedy: 'Leave classes out, or use other data.',
    });
  }
  const heldOut = validationCount(config, data.training.count);
  if (heldOut < data.training.count) return;
  throw new InvalidArgumentError({
    argument: 'validationImages',
    received: heldOut,
    message: `Option --validation-images: expected fewer than the ${data.training.count} training images, got ${heldOut}. Give a smaller number; 0 trains without validation.`,
  });
}
