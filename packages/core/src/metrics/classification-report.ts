import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { accuracy } from './accuracy.js';
import { pairwiseSum } from './pairwise-sum.js';
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

/** What `classificationReport` measures. */
export interface ClassificationReport {
  readonly classes: readonly ClassScores[];
  /** Over all images, those of classes that are not reported too. */
  readonly accuracy: number;
  /**
   * Of the sums over the reported classes. Absent when every class that occurs is reported: precision,
   * recall and F1 are then the accuracy.
   */
  readonly microAverage?: ClassificationScores;
  /** Plain mean over the classes. */
  readonly macroAverage: ClassificationScores;
  /** Mean over the classes, weighted by support; the plain mean where no image is of any of them. */
  readonly weightedAverage: ClassificationScores;
}

/** What `classificationReport` takes besides labels and predictions. */
export interface ClassificationReportOptions {
  /** Classes to report, in this order. @default those among labels and predictions, ascending */
  readonly classes?: readonly number[];
  /** By class, e.g. `['zero', 'one']`. @default the numbers */
  readonly classNames?: readonly string[];
  /** Score where nothing can be divided by. @default 0 */
  readonly zeroDivision?: 0 | 1;
}

/**
 * Precision, recall, F1 and support of each class and on average, as scikit-learn's
 * `classification_report` defines them.
 *
 * @param labels actual classes, `[count]`
 * @param predictions predicted classes, `[count]`
 * @throws {InvalidArgumentError} when there are no labels, not as many predictions as labels, no class to
 *   report, or no name for a class
 * @example
 * const report = classificationReport([0, 1, 1], [0, 1, 0]);
 * report.classes[1].recall; // 0.5
 */
export function classificationReport(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  options: ClassificationReportOptions = {},
): ClassificationReport {
  const { classNames, zeroDivision = 0 } = options;
  const overall = accuracy(labels, predictions);
  if (labels.length === 0) throw reportError('labels', labels, 'at least 1 label, got none');
  const tallies = tallyClasses(labels, predictions);
  const reported = options.classes ?? [...tallies.keys()];
  if (reported.length === 0) throw reportError('classes', reported, 'at least 1 class, got none');

  const reportedTallies = reported.map((label) => tallies.get(label) ?? emptyTally);
  const classes = reported.map((label, index): ClassScores => {
    const name = classNames ? classNames[label] : String(label);
    if (name === undefined) {
      throw reportError(
        'classNames',
        classNames,
        `a name for class ${label}, got ${classNames?.length} names`,
      );
    }
    return { label, name, ...scoresOf(reportedTallies[index], zeroDivision) };
  });
  const isWhole = [...tallies.keys()].every((label) => reported.includes(label));
  return {
    classes,
    accuracy: overall,
    ...(!isWhole && { microAverage: scoresOf(reportedTallies.reduce(addTallies), zeroDivision) }),
    macroAverage: averageScores(
      classes,
      classes.map(() => 1),
    ),
    weightedAverage: averageScores(
      classes,
      classes.map(({ support }) => support),
    ),
  };
}

const emptyTally: ClassTally = { correct: 0, predicted: 0, actual: 0 };

function addTallies(a: ClassTally, b: ClassTally): ClassTally {
  return {
    correct: a.correct + b.correct,
    predicted: a.predicted + b.predicted,
    actual: a.actual + b.actual,
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
  givenWeights: readonly number[],
): ClassificationScores {
  const weights = givenWeights.some((weight) => weight > 0) ? givenWeights : classes.map(() => 1);
  const total = pairwiseSum(weights);
  const mean = (score: 'precision' | 'recall' | 'f1Score') =>
    pairwiseSum(classes.map((scores, index) => scores[score] * weights[index])) / total;
  return {
    precision: mean('precision'),
    recall: mean('recall'),
    f1Score: mean('f1Score'),
    support: classes.reduce((sum, { support }) => sum + support, 0),
  };
}

function reportError(argument: string, received: unknown, problem: string): InvalidArgumentError {
  return new InvalidArgumentError({
    argument,
    received,
    message: `Classification report: expected ${problem}.`,
  });
}
