import { InvalidArgumentError, type LabelledImages } from '@lenet/core';
import type { ImageLimits } from './loaded-data.js';

/** @throws {InvalidArgumentError} when a limit is not a whole number of 1 or more */
export function checkLimits(limits: ImageLimits): void {
  for (const [name, limit] of Object.entries(limits)) {
    if (limit === undefined || (Number.isSafeInteger(limit) && limit >= 1)) continue;
    throw new InvalidArgumentError({
      argument: `limits.${name}`,
      received: limit,
      message: `Argument "limits.${name}": expected a whole number of 1 or more, got ${limit}.`,
    });
  }
}

/**
 * The first `limit` images, copied, so that the memory of the others can be freed; all of them where
 * there are no more.
 */
export function firstImages(images: LabelledImages, limit: number | undefined): LabelledImages {
  if (limit === undefined || limit >= images.count) return images;
  return {
    ...images,
    pixels: images.pixels.slice(0, limit * images.height * images.width),
    labels: images.labels.slice(0, limit),
    count: limit,
  };
}
