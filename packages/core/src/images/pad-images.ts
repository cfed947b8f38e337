import type { LabelledImages } from '../data/labelled-images.js';
import { requireInteger } from '../errors/require-argument.js';
import type { InkImage } from './ink-image.js';
import { plainInk } from './plain-ink.js';

/**
 * Puts background around images, as LeNet-5 wants 32x32 of MNIST's 28x28. The image stays in the middle;
 * of an odd number of new rows or columns, the one more is at the bottom or the right.
 *
 * @param images uint8 `[count, height, width]`
 * @param height rows of the result, in pixels, `images.height … 65535`
 * @param width columns of the result, in pixels, `images.width … 65535`
 * @returns new pixels uint8 `[count, height, width]`, the same labels
 * @throws {InvalidArgumentError} when a size is below that of the images
 * @example
 * import { createLabelledImages } from '@lenet/core';
 * import { padImages } from '@lenet/core/images';
 *
 * const labels = Uint8Array.of(7);
 * const images = createLabelledImages({ pixels: new Uint8Array(784), labels, height: 28, width: 28 });
 * console.log(padImages(images, 32, 32).pixels.length); // 1024
 */
export function padImages(images: LabelledImages, height: number, width: number): LabelledImages {
  requirePadding(images, height, width);
  const pixels = new Uint8Array(images.count * height * width);
  for (let index = 0; index < images.count; index++) {
    const start = index * images.height * images.width;
    copyToMiddle(images.pixels, start, images, pixels, index * height * width, height, width);
  }
  return { ...images, pixels, height, width };
}

/**
 * `padImages` for a single image.
 *
 * @returns `[height, width]`: uint8 for bytes, float32 for floats
 * @throws {InvalidArgumentError} when a size is below that of the image, or the number of pixels is not
 *   that of the image's size
 * @example
 * import { padImage } from '@lenet/core/images';
 *
 * const image = { pixels: Uint8Array.of(255), height: 1, width: 1 };
 * console.log(padImage(image, 1, 3).pixels); // 0, 255, 0
 */
export function padImage(image: InkImage, height: number, width: number): InkImage {
  requirePadding(image, height, width);
  const { pixels, full } = plainInk(image);
  const padded = full === 1 ? new Float32Array(height * width) : new Uint8Array(height * width);
  copyToMiddle(pixels, 0, image, padded, 0, height, width);
  return { pixels: padded, height, width };
}

interface Size {
  readonly height: number;
  readonly width: number;
}

function requirePadding(image: Size, height: number, width: number): void {
  requireInteger('height', height, image.height, 0xffff);
  requireInteger('width', width, image.width, 0xffff);
}

function copyToMiddle(
  from: Uint8Array | Float32Array,
  fromStart: number,
  image: Size,
  to: Uint8Array | Float32Array,
  toStart: number,
  height: number,
  width: number,
): void {
  const top = (height - image.height) >> 1;
  const left = (width - image.width) >> 1;
  for (let row = 0; row < image.height; row++) {
    const start = fromStart + row * image.width;
    to.set(from.subarray(start, start + image.width), toStart + (top + row) * width + left);
  }
}
