import { requireProbabilities } from './require-probabilities.js';

/** Areas below the ROC curves of each class against the rest. */
export interface RocAuc {
  /**
   * `[classCount]`: how probable it is that an image of the class gets a larger probability of it than one
   * of another class, ties counted half. NaN for a class that no image is of, or every image.
   */
  readonly classes: readonly number[];
  /** Plain mean over the classes; NaN where one of them is. */
  readonly macroAverage: number;
  /** Mean over the classes that occur, weighted by their images; NaN where there is one class only. */
  readonly weightedAverage: number;
}

/**
 * ROC AUC, one class against the rest, as scikit-learn's `roc_auc_score` with `multi_class='ovr'`.
 *
 * @param labels actual classes, `[count]`, each `0 … classCount - 1`
 * @param probabilities `[count, classCount]`, row-major, each row sums to 1
 * @param classCount `1 … 256`
 * @throws {InvalidArgumentError} when there is no label, not one label for each row, a label is not below
 *   `classCount`, a probability is not in `0 … 1`, or a row does not sum to 1
 * @example
 * import { rocAuc } from '@lenet/core/metrics';
 *
 * console.log(rocAuc([0, 1, 1], [0.75, 0.25, 0.5, 0.5, 0.25, 0.75], 2).macroAverage); // 1
 *
 * Source: Hanley and McNeil, "The Meaning and Use of the Area under a ROC Curve", 1982.
 */
export function rocAuc(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  classCount: number,
): RocAuc {
  requireProbabilities(labels, probabilities, classCount);
  const classes: number[] = [];
  let weightedSum = 0;
  for (let label = 0; label < classCount; label++) {
    const positives: number[] = [];
    const negatives: number[] = [];
    for (let row = 0; row < labels.length; row++) {
      (labels[row] === label ? positives : negatives).push(probabilities[row * classCount + label]);
    }
    const area =
      countWins(Float64Array.from(positives).sort(), Float64Array.from(negatives).sort()) /
      (positives.length * negatives.length);
    classes.push(area);
    if (positives.length > 0) weightedSum += area * positives.length;
  }
  return {
    classes,
    macroAverage: classes.reduce((sum, area) => sum + area, 0) / classCount,
    weightedAverage: weightedSum / labels.length,
  };
}

/** Pairs of which the first is larger; equal ones count half. Both ascending. */
function countWins(positives: Float64Array, negatives: Float64Array): number {
  let wins = 0;
  let below = 0;
  let notAbove = 0;
  for (const value of positives) {
    while (negatives[below] < value) below++;
    while (negatives[notAbove] <= value) notAbove++;
    wins += (below + notAbove) / 2;
  }
  return wins;
}
