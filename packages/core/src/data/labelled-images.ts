import { InvalidArgumentError } from '../errors/invalid-argument-error.js';

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
 * @param fields.height rows of an image, in pixels
 * @param fields.width columns of an image, in pixels
 * @param fields.classCount number of classes. @default 10
 * @throws {InvalidArgumentError} when the number of pixels does not fit the number of labels, or a
 *   label is not below `classCount`
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
 */
export function selectImages(images: LabelledImages, indices: ArrayLike<number>): LabelledImages {
  const size = images.height * images.width;
  const pixels = new Uint8Array(indices.length * size);
  const labels = new Uint8Array(indices.length);
  for (let position = 0; position < indices.length; position++) {
    const index = indices[position];
    pixels.set(images.pixels.subarray(index * size, (index + 1) * size), position * size);
    labels[position] = images.labels[index];
  }
  return { ...images, pixels, labels, count: indices.length };
}
