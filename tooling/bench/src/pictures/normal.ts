import type { KeyedRandom } from '@lenet/core';

/** A bell curve of standard deviation 1, from the sum of four uniform numbers. */
export function normal(random: KeyedRandom): number {
  let sum = 0;
  for (let index = 0; index < 4; index++) sum += random.nextUniform() - 0.5;
  return sum * Math.sqrt(3);
}
