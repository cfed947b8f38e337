import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { requireLabels } from '../losses/require-logits.js';
import { requireSome } from './require-classes.js';
import { requireShare } from './require-share.js';

/** What the probabilities of a row may lack of 1: far more than float32 rounding, far less than logits. */
const TOLERANCE = 0.001;

/**
 * @param labels `[count]`, each `0 … classCount - 1`
 * @param probabilities `[count, classCount]`, row-major
 * @throws {InvalidArgumentError} when there is no row, not one label for each row, a label is not below
 *   `classCount`, a probability is not in `0 … 1`, or a row does not sum to 1
 */
export function requireProbabilities(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  classCount: number,
): void {
  requireLabels('Metrics', probabilities, labels, classCount, 'probabilities');
  requireSome('labels', labels);
  requireDistributions('probabilities', probabilities, classCount);
}

/**
 * @param rows `[count, classCount]`, row-major
 * @throws {InvalidArgumentError} when a value is not in `0 … 1`, or a row does not sum to 1
 */
export function requireDistributions(argument: string, rows: ArrayLike<number>, classCount: number): void {
  for (let start = 0; start < rows.length; start += classCount) {
    let sum = 0;
    for (let index = start; index < start + classCount; index++) {
      const value = rows[index];
      if (!(value >= 0 && value <= 1)) requireShare(`${argument}[${index}]`, value);
      sum += value;
    }
    if (Math.abs(sum - 1) > TOLERANCE) {
      throw new InvalidArgumentError({
        argument,
        received: sum,
        message: `Argument "${argument}": expected rows that sum to 1, got ${sum} in row ${start / classCount}. Take softmax to turn logits into probabilities.`,
      });
    }
  }
}
