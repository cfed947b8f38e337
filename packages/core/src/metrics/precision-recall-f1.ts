import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { pairwiseSum } from './pairwise-sum.js';
import { requireClasses, requirePredictions } from './require-classes.js';
import { type ClassTally, tallyClasses } from './tally-classes.js';

/** Precision, recall and F1 of a class, or their average over classes. */
export interface ClassificationScores {
  /** Share of the images predicted as the class that are of it, 0 … 1. */
  readonly precision: number;
  /** Share of the images of the class that are predicted as it, 0 … 1. */
  readonly recall: number;
  /** Harmonic mean of precision and recall, 0 … 1. */
  readonly f1Score: number;
  /** Number of images: of the class, or of all reported classes for an average. */
  readonly support: number;
}

/** Scores of one class. */
export interface ClassScores extends ClassificationScores {
  readonly label: number;
  readonly name: string;
}

/** What `precisionRecallF1` measures. */
export interface PrecisionRecallF1 {
  readonly classes: readonly ClassScores[];
  /** Of the sums over the classes; all three are the accuracy where the classes are all that occur. */
  readonly microAverage: ClassificationScores;
  /** Plain mean over the classes. */
  readonly macroAverage: ClassificationScores;
  /** Mean over the classes, weighted by support; the plain mean where no image is of any of them. */
  readonly weightedAverage: ClassificationScores;
}

/** What `classificationReport` and `precisionRecallF1` take besides labels and predictions. */
export interface ClassificationReportOptions {
  /** Classes to report, in this order. @default those among labels and predictions, ascending */
  readonly classes?: readonly number[];
  /** By class, e.g. `['zero', 'one']`. @default the numbers */
  readonly classNames?: readonly string[];
  /**
   * Score where nothing can be divided by:
   * - `0` or `1`
   * - `NaN`: undefined, and left out of the averages
   *
   * @default 0
   */
  readonly zeroDivision?: number;
}

/**
 * Precision, recall, F1 and support of each class and their micro, macro and weighted averages, as
 * scikit-learn's `precision_recall_fscore_support` defines them.
 *
 * @param labels actual classes, `[count]`
 * @param predictions predicted classes, `[count]`
 * @throws {InvalidArgumentError} when there are no labels, not as many predictions as labels, one of them
 *   is not a whole number of 0 or more, no class to report, no name for a class, or `zeroDivision` is
 *   something else than 0, 1 or NaN
 * @example
 * import { precisionRecallF1 } from '@lenet/core/metrics';
 *
 * const { classes, macroAverage } = precisionRecallF1([0, 1, 1], [0, 1, 0]);
 * console.log(classes[1].recall, macroAverage.precision); // 0.5 0.75
 */
export function precisionRecallF1(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  options: ClassificationReportOptions = {},
): PrecisionRecallF1 {
  const { classNames, zeroDivision = 0 } = options;
  requirePredictions(labels, predictions);
  if (labels.length === 0) throw reportError('labels', labels, 'at least 1 label, got none');
  if (!Number.isNaN(zeroDivision) && zeroDivision !== 0 && zeroDivision !== 1) {
    throw reportError('zeroDivision', zeroDivision, `0, 1 or NaN as zeroDivision, got ${zeroDivision}`);
  }
  const tallies = tallyClasses(labels, predictions);
  const reported = options.classes ?? [...tallies.keys()];
  if (reported.length === 0) throw reportError('classes', reported, 'at least 1 class, got none');
  requireClasses('classes', reported);

  const sums: ClassTally = { correct: 0, predicted: 0, actual: 0 };
  const classes = reported.map((label): ClassScores => {
    const tally = tallies.get(label) ?? { correct: 0, predicted: 0, actual: 0 };
    sums.correct += tally.correct;
    sums.predicted += tally.predicted;
    sums.actual += tally.actual;
    const name = classNames ? classNames[label] : String(label);
    if (name === undefined) {
      const got = `got ${classNames?.length} names`;
      throw reportError('classNames', classNames, `a name for class ${label}, ${got}`);
    }
    return { label, name, ...scoresOf(tally, zeroDivision) };
  });
  return {
    classes,
    microAverage: scoresOf(sums, zeroDivision),
    macroAverage: averageScores(classes, sums.actual, () => 1),
    weightedAverage: averageScores(classes, sums.actual, ({ support }) => support),
  };
}

function scoresOf({ correct, predicted, actual }: ClassTally, zeroDivision: number): ClassificationScores {
  const divide = (numerator: number, denominator: number) =>
    denominator === 0 ? zeroDivision : numerator / denominator;
  return {
    precision: divide(correct, predicted),
    recall: divide(correct, actual),
    f1Score: divide(2 * correct, actual + predicted),
    support: actual,
  };
}

function averageScores(
  classes: readonly ClassScores[],
  support: number,
  weightOf: (scores: ClassScores) => number,
): ClassificationScores {
  const mean = (score: 'precision' | 'recall' | 'f1Score') => {
    const defined = classes.filter((scores) => !Number.isNaN(scores[score]));
    const isWeighted = defined.some((scores) => weightOf(scores) > 0);
    const weights = defined.map((scores) => (isWeighted ? weightOf(scores) : 1));
    return pairwiseSum(defined.map((scores, index) => scores[score] * weights[index])) / pairwiseSum(weights);
  };
  return { precision: mean('precision'), recall: mean('recall'), f1Score: mean('f1Score'), support };
}

function reportError(argument: string, received: unknown, problem: string): InvalidArgumentError {
  return new InvalidArgumentError({
    argument,
    received,
    message: `Classification report: expected ${problem}.`,
  });
}
