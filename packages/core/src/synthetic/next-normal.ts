import type { KeyedRandom } from '../random/keyed-random.js';

/** Mean and standard deviation of the sum of four whole numbers, each uniform in `0 … 65535`. */
const MEAN = 2 * 65_535;
const DEVIATION = Math.sqrt((4 * (65_536 * 65_536 - 1)) / 12);

/**
 * A draw from a bell curve of mean 0 and standard deviation 1 that ends at ±3.46: the sum of four
 * uniform numbers. That no draw is further out keeps digits from falling apart.
 */
export function nextNormal(random: KeyedRandom): number {
  const first = random.nextUint32();
  const second = random.nextUint32();
  const sum = (first >>> 16) + (first & 0xffff) + (second >>> 16) + (second & 0xffff);
  return (sum - MEAN) / DEVIATION;
}
