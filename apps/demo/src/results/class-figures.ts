import type { Matrix } from './recorded-run';

/** How well one class is read. Shares are NaN where nothing is to be divided. */
export interface ClassFigures {
  readonly digit: number;
  readonly count: number;
  /** Share of its images that are read as it. */
  readonly recall: number;
  /** Share of the answers of it that are right. */
  readonly precision: number;
  readonly f1Score: number;
}

/** @param matrix `[actual][predicted]` */
export function classFigures(matrix: Matrix): ClassFigures[] {
  return matrix.map((row, digit) => {
    const right = row[digit];
    const count = sum(row);
    const answers = sum(matrix.map((other) => other[digit]));
    const recall = right / count;
    const precision = right / answers;
    return { digit, count, recall, precision, f1Score: (2 * right) / (count + answers) };
  });
}

/** Share of all images that are read right. */
export function accuracyOf(matrix: Matrix): number {
  return sum(matrix.map((row, digit) => row[digit])) / sum(matrix.map(sum));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
