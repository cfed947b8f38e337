import { accuracy } from './accuracy.js';
import { requireSameLength } from './require-same-length.js';

/** Precision, recall and F1 of a class, or their average over classes. */
export interface ClassificationScores {
  /** Share of the images predicted as the class that are of it, 0 … 1. */
  readonly precision: number;
  /** Share of the images of the class that are predicted as it, 0 … 1. */
  readonly recall: number;
  /** Harmonic mean of precision and recall, 0 … 1. */
  readonly f1Score: number;
  /** Number of images: of the class, or of all for an average. */
  readonly support: number;
}

/** Scores of one class. */
export interface ClassScores extends ClassificationScores {
  readonly label: number;
  readonly name: string;
}

/** What `classificationReport` measures. */
export interface ClassificationReport {
  /** One entry for each class among labels and predictions, ascending: as scikit-learn, no others. */
  readonly classes: readonly ClassScores[];
  readonly accuracy: number;
  /** Plain mean over the classes. */
  readonly macroAverage: ClassificationScores;
  /** Mean over the classes, weighted by support. */
  readonly weightedAverage: ClassificationScores;
}

/**
 * Precision, recall, F1 and support of each class and on average, as scikit-learn's
 * `classification_report` defines them.
 *
 * @param labels actual classes, `[count]`
 * @param predictions predicted classes, `[count]`
 * @param options.classNames by class. @default the numbers
 * @param options.zeroDivision score where nothing can be divided by: 0 or 1. @default 0
 * @throws {InvalidArgumentError} when there are not as many predictions as labels
 */
export function classificationReport(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  options: { classNames?: readonly string[]; zeroDivision?: 0 | 1 } = {},
): ClassificationReport {
  requireSameLength(labels, predictions);
  const { classNames, zeroDivision = 0 } = options;
  const divide = (numerator: number, denominator: number) =>
    denominator === 0 ? zeroDivision : numerator / denominator;
  const tallies = tally(labels, predictions);
  const classes = [...tallies.keys()]
    .sort((a, b) => a - b)
    .map((label): ClassScores => {
      const { correct, predicted, actual } = tallies.get(label)!;
      return {
        label,
        name: classNames?.[label] ?? String(label),
        precision: divide(correct, predicted),
        recall: divide(correct, actual),
        f1Score: divide(2 * correct, actual + predicted),
        support: actual,
      };
    });
  const average = (weightOf: (scores: ClassScores) => number): ClassificationScores => {
    const total = classes.reduce((sum, scores) => sum + weightOf(scores), 0);
    const mean = (score: 'precision' | 'recall' | 'f1Score') =>
      divide(
        classes.reduce((sum, scores) => sum + weightOf(scores) * scores[score], 0),
        total,
      );
    const [precision, recall, f1Score] = [mean('precision'), mean('recall'), mean('f1Score')];
    return { precision, recall, f1Score, support: labels.length };
  };
  return {
    classes,
    accuracy: accuracy(labels, predictions),
    macroAverage: average(() => 1),
    weightedAverage: average((scores) => scores.support),
  };
}

/** How often each class was right, predicted and actual. */
function tally(labels: ArrayLike<number>, predictions: ArrayLike<number>) {
  const tallies = new Map<number, { correct: number; predicted: number; actual: number }>();
  const of = (label: number) => {
    const found = tallies.get(label) ?? { correct: 0, predicted: 0, actual: 0 };
    tallies.set(label, found);
    return found;
  };
  for (let index = 0; index < labels.length; index++) {
    of(labels[index]).actual++;
    of(predictions[index]).predicted++;
    if (labels[index] === predictions[index]) of(labels[index]).correct++;
  }
  return tallies;
}
