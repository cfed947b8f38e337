import { requireInteger } from '../errors/require-argument.js';
import { type LabelledImages, selectImages } from './labelled-images.js';
import { shuffledIndices } from './shuffle.js';

/** Some images of a set. */
export interface ImageBatch extends LabelledImages {
  /** Their positions in the set, uint32 `[count]`. */
  readonly indices: Uint32Array;
}

/** How a set is cut into batches. */
export interface BatchOptions {
  /** Images in each but the last, which may have fewer; 1 or more. @default 64 */
  readonly batchSize?: number;
  /** uint32: shuffles, in the order that `train` has for this seed and epoch. @default the order of the set */
  readonly seed?: number;
  /** Counted from 1: each has an order of its own. @default 1 */
  readonly epoch?: number;
  /** Leaves out a last batch that is smaller. @default false */
  readonly dropLast?: boolean;
}

/**
 * Goes once through a set, batch by batch. Each batch is a copy, made when it is asked for; its pixels
 * stay bytes: `normalisePixels` makes floats of them.
 *
 * @throws {InvalidArgumentError} when an option is out of range
 * @example
 * import { batches, createLabelledImages } from '@lenet/core';
 *
 * const pixels = Uint8Array.of(10, 20, 30);
 * const images = createLabelledImages({ pixels, labels: Uint8Array.of(1, 2, 3), height: 1, width: 1 });
 * for (const batch of batches(images, { batchSize: 2 })) console.log(batch.count, batch.pixels); // 2, then 1
 */
export function* batches(
  images: LabelledImages,
  options: BatchOptions = {},
): Generator<ImageBatch, void, undefined> {
  const { batchSize = 64, seed, epoch = 1, dropLast = false } = options;
  requireInteger('batchSize', batchSize, 1);
  requireInteger('epoch', epoch, 1, 0xffffffff);
  if (seed !== undefined) requireInteger('seed', seed, 0, 0xffffffff);
  const order =
    seed === undefined
      ? Uint32Array.from({ length: images.count }, (_, index) => index)
      : shuffledIndices(images.count, { seed, purpose: 'shuffle', epoch });
  const end = dropLast ? images.count - (images.count % batchSize) : images.count;
  for (let start = 0; start < end; start += batchSize) {
    const indices = order.slice(start, start + batchSize);
    yield { ...selectImages(images, indices), indices };
  }
}
