import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { requireInteger } from '../errors/require-argument.js';
import { requireClasses } from '../metrics/require-classes.js';
import { requireLogits } from './require-logits.js';

/**
 * A row for each label: 1 at its class, 0 elsewhere.
 *
 * @param labels `[count]`, each `0 … classCount - 1`
 * @param classCount `1 … 256`. @default 10
 * @returns float32 `[count, classCount]`, row-major
 * @throws {InvalidArgumentError} when a label is not below `classCount`
 * @example
 * import { oneHot } from '@lenet/core';
 *
 * console.log(oneHot([2, 0], 3)); // Float32Array [0, 0, 1, 1, 0, 0]
 */
export function oneHot(labels: ArrayLike<number>, classCount = 10): Float32Array {
  requireInteger('classCount', classCount, 1, 256);
  requireClasses('labels', labels, classCount);
  const rows = new Float32Array(labels.length * classCount);
  for (let row = 0; row < labels.length; row++) rows[row * classCount + labels[row]] = 1;
  return rows;
}

/**
 * The class of each one-hot row: the way back from `oneHot`. For probabilities take `argMax`.
 *
 * @param rows `[count, classCount]`, row-major: one 1 in each row, 0 elsewhere
 * @param classCount `1 … 256`. @default 10
 * @returns uint8 `[count]`
 * @throws {InvalidArgumentError} when the rows are not whole, or one is not one-hot
 * @example
 * import { fromOneHot } from '@lenet/core';
 *
 * console.log(fromOneHot([0, 0, 1, 1, 0, 0], 3)); // Uint8Array [2, 0]
 */
export function fromOneHot(rows: ArrayLike<number>, classCount = 10): Uint8Array {
  const labels = new Uint8Array(requireLogits(rows, classCount, 'rows'));
  for (let row = 0; row < labels.length; row++) {
    let ones = 0;
    let others = 0;
    for (let label = 0; label < classCount; label++) {
      const value = rows[row * classCount + label];
      if (value === 1) {
        ones++;
        labels[row] = label;
      } else if (value !== 0) others++;
    }
    if (ones === 1 && others === 0) continue;
    throw new InvalidArgumentError({
      argument: 'rows',
      received: Array.prototype.slice.call(rows, row * classCount, (row + 1) * classCount),
      message: `One-hot: expected a single 1 and otherwise 0 in row ${row}, got ${ones} ones and ${others} other values. Take argMax for probabilities.`,
    });
  }
  return labels;
}
