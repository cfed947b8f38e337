import type { KeyedRandom } from '../random/keyed-random.js';
import { nextNormal } from './next-normal.js';

/**
 * Shifts each point of a path by itself.
 *
 * @param deviation SD of the shift along each axis
 */
export function tremble(path: number[], deviation: number, random: KeyedRandom): void {
  for (let index = 0; index < path.length; index++) path[index] += deviation * nextNormal(random);
}

/** Keeps every `interval`th point of a path, and the last. */
export function thinOut(path: number[], interval: number): number[] {
  if (interval === 1) return path;
  const last = path.length - 2;
  return path.filter((_, index) => {
    const start = index - (index % 2);
    return start === last || (start < last && (start / 2) % interval === 0);
  });
}
