import { requireInteger } from '../errors/require-argument.js';
import { type LabelledImages, selectImages } from './labelled-images.js';
import { shuffledIndices } from './shuffle.js';

/** Two sets without a common image. */
export interface SplitImages {
  readonly training: LabelledImages;
  readonly heldOut: LabelledImages;
  /** Positions of `training` in the set that was split, uint32, ascending. */
  readonly trainingIndices: Uint32Array;
  /** Positions of `heldOut` in the set that was split, uint32, ascending. */
  readonly heldOutIndices: Uint32Array;
}

/**
 * Holds out random images; both parts keep the order of the whole.
 *
 * @param options.holdOut number of images to hold out, `0 … images.count - 1`
 * @param options.seed uint32
 * @throws {InvalidArgumentError} when `holdOut` would leave no image, or `seed` is out of range
 */
export function splitImages(images: LabelledImages, options: { holdOut: number; seed: number }): SplitImages {
  requireInteger('holdOut', options.holdOut, 0, images.count - 1);
  requireInteger('seed', options.seed, 0, 0xffffffff);
  const order = shuffledIndices(images.count, { seed: options.seed, purpose: 'split' });
  const heldOutIndices = order.slice(0, options.holdOut).sort();
  const trainingIndices = order.slice(options.holdOut).sort();
  return {
    training: selectImages(images, trainingIndices),
    heldOut: selectImages(images, heldOutIndices),
    trainingIndices,
    heldOutIndices,
  };
}
