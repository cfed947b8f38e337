import { requireLogits } from './require-logits.js';

/**
 * Class with the largest logit of each row; the lowest class wins a tie.
 *
 * @param logits float32 `[count, classCount]`, row-major
 * @param classCount `1 … 256`
 * @returns uint8 `[count]`
 * @throws {InvalidArgumentError} when the logits are not whole rows
 */
export function argMax(logits: Float32Array, classCount: number): Uint8Array {
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
