import type { Architecture } from '../architecture/architecture.js';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { ClassifierImages } from './classifier.js';

/**
 * Checks what a classifier is asked to explain. For those who write one.
 *
 * @throws {InvalidArgumentError} when it is not one image of the size that the network takes
 * @example
 * import { lenetReport } from '@lenet/core';
 * import { requireImage } from '@lenet/core/training';
 *
 * requireImage({ pixels: new Uint8Array(784), count: 1, height: 28, width: 28 }, lenetReport);
 */
export function requireImage(image: ClassifierImages, architecture: Architecture): void {
  requireImages(image, architecture);
  if (image.count === 1) return;
  throw new InvalidArgumentError({
    argument: 'image',
    received: image.count,
    message: `Network "${architecture.name}": expected one image, got ${image.count}. Ask for each by itself.`,
  });
}

/**
 * Checks images that a network is to read. For those who write a classifier or learner.
 *
 * @throws {InvalidArgumentError} when the images are not grey images of the size that the network takes
 * @example
 * import { lenetReport } from '@lenet/core';
 * import { requireImages } from '@lenet/core/training';
 *
 * requireImages({ pixels: new Uint8Array(784), count: 1, height: 28, width: 28 }, lenetReport);
 */
export function requireImages(images: ClassifierImages, architecture: Architecture): void {
  const { count, height, width, pixels } = images;
  const [inputHeight, inputWidth, channels] = architecture.inputShape;
  const remedy = height <= inputHeight && width <= inputWidth ? ', or pad them with padImages' : '';
  if (height !== inputHeight || width !== inputWidth || channels !== 1) {
    throw new InvalidArgumentError({
      argument: 'images',
      received: [height, width, 1],
      message: `Network "${architecture.name}": expected images of ${inputHeight}x${inputWidth}x${channels}, got ${height}x${width}x1. Normalise them first${remedy}.`,
    });
  }
  if (pixels.length !== count * height * width) {
    throw new InvalidArgumentError({
      argument: 'images',
      received: pixels.length,
      message: `Network "${architecture.name}": expected ${count * height * width} pixels for ${count} images of ${height}x${width}, got ${pixels.length}.`,
    });
  }
}
