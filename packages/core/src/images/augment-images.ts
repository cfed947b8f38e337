import type { LabelledImages } from '../data/labelled-images.js';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { requireInteger } from '../errors/require-argument.js';
import { applyChange } from './apply-change.js';
import type { Augmentation } from './augmentation.js';
import { drawChange, noChange } from './image-change.js';
import { plainInk } from './plain-ink.js';
import { requireAugmentation } from './require-augmentation.js';

/**
 * Changes the images of a batch. What an image becomes depends on its pixels, the augmentation and the key
 * (seed, epoch, position in the set) only, to the last bit: neither on the batch nor on the thread.
 *
 * @param images of up to 256 rows and columns; larger ones come out less exactly
 * @param indices `[batch]`: positions in `images`
 * @param key.seed uint32
 * @param key.epoch uint32
 * @param target `[batch, height, width]`, overwritten. @default a new uint8 array
 * - uint8: `0 … 255`
 * - float32: `0 … 1`, the same grey levels as `normalisePixels` makes them
 * @returns `target`
 * @throws {InvalidArgumentError} when a limit, the key or an index is outside its range, or the target is
 *   of another length
 * @example
 * import { createLabelledImages } from '@lenet/core';
 * import { augmentBatch } from '@lenet/core/images';
 *
 * const pixels = Uint8Array.of(0, 0, 0, 0, 255, 0, 0, 0, 0);
 * const images = createLabelledImages({ pixels, labels: Uint8Array.of(1), height: 3, width: 3 });
 * const batch = augmentBatch(images, [0, 0], { rotationDegrees: 10, shiftPixels: 1 }, { seed: 1, epoch: 1 });
 * console.log(batch.length); // 18
 */
export function augmentBatch<Target extends Uint8Array | Float32Array = Uint8Array>(
  images: LabelledImages,
  indices: ArrayLike<number>,
  augmentation: Augmentation,
  key: { readonly seed: number; readonly epoch: number },
  target?: Target,
): Target {
  const { pixels, height, width, count } = images;
  const size = height * width;
  const out = target ?? (new Uint8Array(indices.length * size) as Uint8Array | Float32Array);
  const tag = out[Symbol.toStringTag] as string;
  if (tag !== 'Uint8Array' && tag !== 'Float32Array') {
    throw new InvalidArgumentError({
      argument: 'target',
      received: tag,
      message: `Augmented batch: expected a target in a Uint8Array or Float32Array, got ${tag}.`,
    });
  }
  requireAugmentation(augmentation);
  requireInteger('seed', key.seed, 0, 0xffffffff);
  requireInteger('epoch', key.epoch, 0, 0xffffffff);
  if (out.length !== indices.length * size) {
    throw new InvalidArgumentError({
      argument: 'target',
      received: out.length,
      message: `Augmented batch: expected a target of ${indices.length * size} pixels for ${indices.length} images of ${height}x${width}, got ${out.length}.`,
    });
  }
  const change = noChange();
  const bytes = out instanceof Uint8Array ? out : new Uint8Array(size);
  for (let position = 0; position < indices.length; position++) {
    const index = indices[position];
    requireInteger('indices', index, 0, count - 1);
    drawChange(augmentation, key.seed, key.epoch, index, change);
    const start = position * size;
    if (bytes === out) {
      applyChange(pixels, index * size, height, width, change, bytes, start);
    } else {
      applyChange(pixels, index * size, height, width, change, bytes, 0);
      for (let pixel = 0; pixel < size; pixel++) out[start + pixel] = bytes[pixel] / 255;
    }
  }
  return out as Target;
}

/**
 * Changes one image as `augmentBatch` changes the one at the position `key.index` of its set.
 *
 * @param image uint8 `[height, width]`
 * @returns uint8 `[height, width]`
 * @throws {InvalidArgumentError} when a limit or the key is outside its range, or the number of pixels is
 *   not `height * width`
 * @example
 * import { augmentImage } from '@lenet/core/images';
 *
 * const image = { pixels: Uint8Array.of(0, 255, 0, 255), height: 2, width: 2 };
 * console.log(augmentImage(image, { shiftPixels: 1 }, { seed: 1, epoch: 1, index: 0 })); // four grey levels
 */
export function augmentImage(
  image: { readonly pixels: Uint8Array; readonly height: number; readonly width: number },
  augmentation: Augmentation,
  key: { readonly seed: number; readonly epoch: number; readonly index: number },
): Uint8Array {
  const { pixels, height, width } = image;
  plainInk(image);
  requireAugmentation(augmentation);
  requireInteger('seed', key.seed, 0, 0xffffffff);
  requireInteger('epoch', key.epoch, 0, 0xffffffff);
  requireInteger('index', key.index, 0, 0xffffffff);
  const change = noChange();
  drawChange(augmentation, key.seed, key.epoch, key.index, change);
  const target = new Uint8Array(pixels.length);
  applyChange(pixels, 0, height, width, change, target, 0);
  return target;
}
