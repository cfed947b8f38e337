import type { KeyedRandom } from '../random/keyed-random.js';
import { nextNormal } from './next-normal.js';

/** How often the pen has one width throughout, as on a screen. */
const EVEN_PROBABILITY = 0.5;
/** SD of the change of width from the middle of a stroke to its ends, each way and to both. */
const LEAN_DEVIATION = 0.16;
const SWELL_DEVIATION = 0.14;
const LEAST_WIDTH = 0.55;
const MOST_WIDTH = 1.35;

/**
 * How hard the pen is pressed along each stroke.
 *
 * @returns for each path one number per point: the width of the piece that ends there, relative to the pen
 */
export function drawPressure(paths: readonly number[][], random: KeyedRandom): number[][] {
  const isEven = random.nextUniform() < EVEN_PROBABILITY;
  return paths.map((path) => {
    const count = path.length >> 1;
    if (isEven) return Array.from({ length: count }, () => 1);
    const lean = LEAN_DEVIATION * nextNormal(random);
    const swell = SWELL_DEVIATION * nextNormal(random);
    return Array.from({ length: count }, (_, index) => {
      const along = (2 * index) / (count - 1) - 1;
      const width = 1 + lean * along + swell * (2 * along * along - 1);
      return Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, width));
    });
  });
}
