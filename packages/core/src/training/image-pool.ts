import { shuffledIndices } from '../data/shuffle.js';
import { requireInteger } from '../errors/require-argument.js';

/** Training images of which every epoch takes others, beside all those before them. */
export interface ImagePool {
  /** The last so many of the training images are the pool. */
  readonly count: number;
  /** Images that an epoch takes from it, in turn, from the start again after the last; `1 … count`. */
  readonly perEpoch: number;
}

/** @throws {InvalidArgumentError} when a number is out of range */
export function requireImagePool({ count, perEpoch }: ImagePool, trainingCount: number): void {
  requireInteger('pool.count', count, 1, trainingCount);
  requireInteger('pool.perEpoch', perEpoch, 1, count);
}

/** Images that an epoch trains on. */
export function imagesPerEpoch(trainingCount: number, pool: ImagePool | undefined): number {
  return pool ? trainingCount - pool.count + pool.perEpoch : trainingCount;
}

/**
 * The images of an epoch in drawn order.
 *
 * @param key.epoch counted from 1
 * @returns uint32 `[imagesPerEpoch]`: positions among the training images
 */
export function epochOrder(
  trainingCount: number,
  pool: ImagePool | undefined,
  { seed, epoch }: { seed: number; epoch: number },
): Uint32Array {
  const order = shuffledIndices(imagesPerEpoch(trainingCount, pool), { seed, purpose: 'shuffle', epoch });
  if (!pool) return order;
  const always = trainingCount - pool.count;
  const offset = (epoch - 1) * pool.perEpoch;
  return order.map((index) => (index < always ? index : always + ((index - always + offset) % pool.count)));
}
