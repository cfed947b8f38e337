import { requireInteger } from '../errors/require-argument.js';
import { createKeyedRandom, type RandomKey } from '../random/keyed-random.js';

/**
 * A permutation of `0 … count - 1` (Fisher-Yates; Knuth, TAOCP volume 2, algorithm 3.4.2P).
 *
 * @param count number of indices, a uint32
 * @param key the same key gives the same order
 * @returns uint32 `[count]`
 * @throws {InvalidArgumentError} when `count` is not a uint32
 * @example
 * import { shuffledIndices } from '@lenet/core';
 *
 * console.log(shuffledIndices(5, { seed: 1, purpose: 'shuffle', epoch: 2 })); // 0 to 4 in some order
 */
export function shuffledIndices(count: number, key: RandomKey): Uint32Array {
  requireInteger('count', count, 0, 0xffffffff);
  const random = createKeyedRandom(key);
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = random.nextBelow(last + 1);
    const kept = order[last];
    order[last] = order[other];
    order[other] = kept;
  }
  return order;
}
