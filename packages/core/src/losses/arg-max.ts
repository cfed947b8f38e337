import { requireLogits } from './require-logits.js';

/**
 * Class with the largest logit, or probability, of each row; the lowest class wins a tie.
 *
 * @param logits `[count, classCount]`, row-major
 * @param classCount `1 … 256`
 * @returns uint8 `[count]`
 * @throws {InvalidArgumentError} when the logits are not whole rows
 * @example
 * import { argMax } from '@lenet/core';
 *
 * console.log(argMax(Float32Array.of(0, 5, 1, 2, 2, -1), 3)); // Uint8Array [1, 0]
 */
export function argMax(logits: ArrayLike<number>, classCount: number): Uint8Array {
  const classes = new Uint8Array(requireLogits(logits, classCount));
  for (let row = 0; row < classes.length; row++) {
    let best = 0;
    for (let candidate = 1; candidate < classCount; candidate++) {
      if (logits[row * classCount + candidate] > logits[row * classCount + best]) best = candidate;
    }
    classes[row] = best;
  }
  return classes;
}
