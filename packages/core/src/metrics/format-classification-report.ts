import type { ClassificationReport, ClassificationScores } from './classification-report.js';

const columns = ['precision', 'recall', 'f1-score', 'support'];
const COLUMN_WIDTH = 9;

/**
 * A report as scikit-learn's `classification_report` prints it, character for character.
 *
 * @param options.digits decimals of the scores. @default 2
 * @returns lines that end with a line feed each
 */
export function formatClassificationReport(report: ClassificationReport, { digits = 2 } = {}): string {
  const nameWidth = Math.max(...report.classes.map(({ name }) => name.length), 'weighted avg'.length, digits);
  const line = (name: string, cells: readonly string[]) =>
    `${name.padStart(nameWidth)} ${cells.map((cell) => ` ${cell.padStart(COLUMN_WIDTH)}`).join('')}\n`;
  // scikit-learn's supports become floats where no prediction at all is right.
  const supportText = (support: number) => (report.accuracy === 0 ? support.toFixed(1) : String(support));
  const scoreLine = (name: string, scores: ClassificationScores) =>
    line(name, [
      ...[scores.precision, scores.recall, scores.f1Score].map((score) => formatFixed(score, digits)),
      supportText(scores.support),
    ]);
  const { classes, accuracy, macroAverage, weightedAverage } = report;
  return [
    line('', columns),
    '\n',
    ...classes.map((scores) => scoreLine(scores.name, scores)),
    '\n',
    line('accuracy', ['', '', formatFixed(accuracy, digits), supportText(macroAverage.support)]),
    scoreLine('macro avg', macroAverage),
    scoreLine('weighted avg', weightedAverage),
  ].join('');
}

/**
 * Decimals as Python rounds them: an exact tie goes to the even digit, where `toFixed` goes up. A double
 * is such a tie only if it is an odd multiple of `2 ** -(digits + 1)`.
 */
function formatFixed(value: number, digits: number): string {
  const halves = value * 2 ** (digits + 1);
  const isTie = Number.isInteger(halves) && halves % 2 !== 0;
  if (!isTie) return value.toFixed(digits);
  const scaled = value * 10 ** digits;
  const below = Math.floor(scaled);
  return ((below % 2 === 0 ? below : below + 1) / 10 ** digits).toFixed(digits);
}
