import { requireInteger } from '../errors/require-argument.js';
import type { ClassificationReport } from './classification-report.js';
import { formatFixed } from './format-fixed.js';
import type { ClassificationScores } from './precision-recall-f1.js';

const columns = ['precision', 'recall', 'f1-score', 'support'];
const COLUMN_WIDTH = 9;

/**
 * A report as scikit-learn's `classification_report` prints it, character for character.
 *
 * @param options.digits decimals of the scores, `0 … 99`. @default 2
 * @returns lines that end with a line feed each
 * @throws {InvalidArgumentError} when `digits` is out of range
 * @example
 * import { classificationReport, formatClassificationReport } from '@lenet/core/metrics';
 *
 * console.log(formatClassificationReport(classificationReport([0, 1, 1], [0, 1, 0]), { digits: 4 }));
 */
export function formatClassificationReport(report: ClassificationReport, { digits = 2 } = {}): string {
  requireInteger('digits', digits, 0, 99);
  const { classes, accuracy, microAverage, macroAverage, weightedAverage } = report;
  const nameWidth = Math.max(...classes.map(({ name }) => [...name].length), 'weighted avg'.length, digits);
  const line = (name: string, cells: readonly string[]) =>
    `${padStart(name, nameWidth)} ${cells.map((cell) => ` ${padStart(cell, COLUMN_WIDTH)}`).join('')}\n`;
  // scikit-learn counts in floating point where no prediction at all is right.
  const supportText = (support: number) => (accuracy === 0 ? `${support}.0` : `${support}`);
  const scoreLine = (name: string, { precision, recall, f1Score, support }: ClassificationScores) =>
    line(name, [
      ...[precision, recall, f1Score].map((score) => formatFixed(score, digits)),
      supportText(support),
    ]);
  return [
    line('', columns),
    '\n',
    ...classes.map((scores) => scoreLine(scores.name, scores)),
    '\n',
    microAverage
      ? scoreLine('micro avg', microAverage)
      : line('accuracy', ['', '', formatFixed(accuracy, digits), supportText(macroAverage.support)]),
    scoreLine('macro avg', macroAverage),
    scoreLine('weighted avg', weightedAverage),
  ].join('');
}

/** Pads by code points, as Python counts, where `String.padStart` counts UTF-16 code units. */
function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - [...text].length)) + text;
}
