import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { requireInteger } from '../errors/require-argument.js';

/** Grey-level images with one class each. Images stay bytes until a batch is made of them. */
export interface LabelledImages {
  /** uint8 `[count, height, width]`, row-major: 0 is background, 255 full ink. */
  readonly pixels: Uint8Array;
  /** uint8 `[count]`: the class of each image, `0 … classCount - 1`. */
  readonly labels: Uint8Array;
  readonly count: number;
  /** Rows of an image, in pixels. */
  readonly height: number;
  /** Columns of an image, in pixels. */
  readonly width: number;
  /** Number of classes: 10 for digits. */
  readonly classCount: number;
}

/**
 * Checks that pixels and labels belong together and wraps them; nothing is copied.
 *
 * @param fields.pixels uint8 `[count, height, width]`
 * @param fields.labels uint8 `[count]`
 * @param fields.height rows of an image, in pixels, 1 or more
 * @param fields.width columns of an image, in pixels, 1 or more
 * @param fields.classCount number of classes, `1 … 256`. @default 10
 * @throws {InvalidArgumentError} when a size is out of range, the number of pixels does not fit the number
 *   of labels, or a label is not below `classCount`
 * @example
 * import { createLabelledImages } from '@lenet/core';
 *
 * const pixels = Uint8Array.of(0, 255, 0, 255); // two images of one row and two columns
 * const images = createLabelledImages({ pixels, labels: Uint8Array.of(1, 1), height: 1, width: 2 });
 * console.log(images.count); // 2
 */
export function createLabelledImages(fields: {
  pixels: Uint8Array;
  labels: Uint8Array;
  height: number;
  width: number;
  classCount?: number;
}): LabelledImages {
  const { pixels, labels, height, width, classCount = 10 } = fields;
  const count = labels.length;
  requireInteger('height', height, 1);
  requireInteger('width', width, 1);
  requireInteger('classCount', classCount, 1, 256);
  if (pixels.length !== count * height * width) {
    throw new InvalidArgumentError({
      argument: 'pixels',
      received: pixels.length,
      message: `Labelled images: expected ${count * height * width} pixels for ${count} labels and images of ${height}x${width}, got ${pixels.length}. Images and labels must come from the same set.`,
    });
  }
  const wrong = labels.findIndex((label) => label >= classCount);
  if (wrong !== -1) {
    throw new InvalidArgumentError({
      argument: 'labels',
      received: labels[wrong],
      message: `Labelled images: expected labels from 0 to ${classCount - 1}, got ${labels[wrong]} for image ${wrong}.`,
    });
  }
  return { pixels, labels, count, height, width, classCount };
}

/**
 * Copies the images at `indices`, in that order.
 *
 * @param indices each `0 … images.count - 1`; may repeat
 * @throws {InvalidArgumentError} when an index is not one of an image
 * @example
 * import { createLabelledImages, selectImages } from '@lenet/core';
 *
 * const pixels = Uint8Array.of(10, 20, 30);
 * const images = createLabelledImages({ pixels, labels: Uint8Array.of(1, 2, 3), height: 1, width: 1 });
 * console.log(selectImages(images, [2, 0]).labels); // 3 and 1
 */
export function selectImages(images: LabelledImages, indices: ArrayLike<number>): LabelledImages {
  const pixels = new Uint8Array(indices.length * images.height * images.width);
  return copyImages(images, indices, { pixels, labels: new Uint8Array(indices.length) });
}

/**
 * Copies the images at `indices` into `target`, in that order.
 *
 * @param target as long as they are; the beginning of `images` itself where the indices ascend without repeats, as then none
 *   is overwritten before it is copied
 * @throws {InvalidArgumentError} as `selectImages` does
 */
export function copyImages(
  images: LabelledImages,
  indices: ArrayLike<number>,
  { pixels, labels }: Pick<LabelledImages, 'pixels' | 'labels'>,
): LabelledImages {
  const size = images.height * images.width;
  for (let position = 0; position < indices.length; position++) {
    const index = indices[position];
    if (images.labels[index] === undefined) {
      requireInteger(`indices[${position}]`, index, 0, images.count - 1);
    }
    pixels.set(images.pixels.subarray(index * size, (index + 1) * size), position * size);
    labels[position] = images.labels[index];
  }
  return { ...images, pixels, labels, count: indices.length };
}

/**
 * How many images each class has.
 *
 * @returns `[classCount]`
 * @example
 * import { countsPerClass, createLabelledImages } from '@lenet/core';
 *
 * const labels = Uint8Array.of(2, 0, 2);
 * const images = createLabelledImages({ pixels: new Uint8Array(3), labels, height: 1, width: 1, classCount: 3 });
 * console.log(countsPerClass(images)); // [1, 0, 2]
 */
export function countsPerClass(images: LabelledImages): number[] {
  const counts = new Array<number>(images.classCount).fill(0);
  for (const label of images.labels) counts[label]++;
  return counts;
}
