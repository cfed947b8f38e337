import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { LabelledImages } from './labelled-images.js';

/**
 * The images of all sets, one set after the other, as a copy.
 *
 * @param sets at least one, all of the same image size and number of classes
 * @throws {InvalidArgumentError} when there is no set, or one does not fit the first
 * @example
 * import { concatImages, createLabelledImages } from '@lenet/core';
 *
 * const image = createLabelledImages({ pixels: Uint8Array.of(7), labels: Uint8Array.of(3), height: 1, width: 1 });
 * console.log(concatImages([image, image]).count); // 2
 */
export function concatImages(sets: readonly LabelledImages[]): LabelledImages {
  const [first] = sets;
  if (!first) {
    throw new InvalidArgumentError({
      argument: 'sets',
      received: 0,
      message: 'Argument "sets": expected at least one set of images, got none.',
    });
  }
  const describe = ({ height, width, classCount }: LabelledImages) =>
    `${height}x${width} pixels and ${classCount} classes`;
  for (const [position, set] of sets.entries()) {
    if (describe(set) === describe(first)) continue;
    throw new InvalidArgumentError({
      argument: `sets[${position}]`,
      received: describe(set),
      message: `Argument "sets[${position}]": expected images of ${describe(first)} like those of the first set, got ${describe(set)}.`,
    });
  }
  const count = sets.reduce((sum, set) => sum + set.count, 0);
  const pixels = new Uint8Array(count * first.height * first.width);
  const labels = new Uint8Array(count);
  let offset = 0;
  for (const set of sets) {
    pixels.set(set.pixels, offset * first.height * first.width);
    labels.set(set.labels, offset);
    offset += set.count;
  }
  return { ...first, pixels, labels, count };
}
