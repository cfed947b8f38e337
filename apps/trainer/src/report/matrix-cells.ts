import type { Misclassified } from './misclassified.js';

/** A cell of the confusion matrix, and the images in it that can be looked at. */
export interface MatrixCell {
  readonly actual: number;
  readonly predicted: number;
  /** Of all images in the cell. */
  readonly count: number;
  /**
   * Some of them, by their index in the test set: on the diagonal the first, off it the most confident
   * errors first.
   */
  readonly shown: readonly number[];
}

/** Images of a class that are shown where they were read right, at most. */
const SHOWN_ON_DIAGONAL = 20;
/** What pictures and their texts may take of a page of 1.5 MB, in bytes. */
const BUDGET = 1_100_000;
/** Of it, on the diagonal. */
const DIAGONAL_SHARE = 0.3;
/** Of the page: for each cell, for each that opens, and for the text of each picture in it. */
const CELL_BYTES = 50;
const OPENED_BYTES = 500;
const TEXT_BYTES = 200;
/** Where a cell opens, the names of its classes are written so many times. */
const NAMES_IN_CELL = 9;

/**
 * The cells of the confusion matrix that have images, in the order of its rows. All errors are shown, as
 * far as the page can hold them: where it cannot, as many of each cell as leave room for those of the others.
 *
 * @param confusion `[actual][predicted]`
 * @param labels `[count]`
 * @param predictions `[count]`
 * @param misclassified all wrong answers, in the order in which they are to be shown
 * @param classes what the classes are called
 * @param pixels of an image
 */
export function findMatrixCells(fields: {
  confusion: readonly (readonly number[])[];
  labels: ArrayLike<number>;
  predictions: ArrayLike<number>;
  misclassified: readonly Misclassified[];
  classes: readonly string[];
  pixels: number;
}): MatrixCell[] {
  const { confusion, labels, predictions, misclassified, classes, pixels } = fields;
  // At worst, a pixel is half a byte, of which data URIs make two thirds.
  const pictureBytes = (pixels * 2) / 3 + TEXT_BYTES;
  const openedBytes = OPENED_BYTES + NAMES_IN_CELL * Math.max(...classes.map((name) => name.length));
  const diagonalLimit = Math.min(
    SHOWN_ON_DIAGONAL,
    Math.floor((BUDGET * DIAGONAL_SHARE) / (classes.length * pictureBytes)),
  );
  const shown = confusion.map((row) => row.map((): number[] => []));
  for (let index = 0; index < labels.length; index++) {
    const cell = shown[labels[index]][labels[index]];
    if (labels[index] === predictions[index] && cell.length < diagonalLimit) cell.push(index);
  }
  const used =
    shown.flat(2).length * pictureBytes + classes.length * openedBytes + classes.length ** 2 * CELL_BYTES;
  const limits = errorLimits(confusion, { budget: Math.max(0, BUDGET - used), openedBytes, pictureBytes });
  for (const { index, actual, predicted } of misclassified) {
    const cell = shown[actual][predicted];
    if (cell.length < limits[actual][predicted]) cell.push(index);
  }
  return confusion.flatMap((row, actual) =>
    row.flatMap((count, predicted) =>
      count === 0 ? [] : [{ actual, predicted, count, shown: shown[actual][predicted] }],
    ),
  );
}

/** How many errors of each cell are shown, `[actual][predicted]`. */
function errorLimits(
  confusion: readonly (readonly number[])[],
  { budget, openedBytes, pictureBytes }: { budget: number; openedBytes: number; pictureBytes: number },
): number[][] {
  const counts = confusion
    .flatMap((row, actual) => row.filter((count, predicted) => count > 0 && actual !== predicted))
    .sort((a, b) => b - a);
  // Where there are more cells with errors than can be opened, those with the most errors are.
  const opened = counts.slice(0, Math.floor(budget / (openedBytes + pictureBytes)));
  const smallest = opened.at(-1) ?? 0;
  const room = (budget - opened.length * openedBytes) / pictureBytes;
  let limit = 0;
  const shownWith = (each: number) => opened.reduce((sum, count) => sum + Math.min(count, each), 0);
  while (limit < (opened[0] ?? 0) && shownWith(limit + 1) <= room) limit++;
  // Of the smallest cells that are opened, some may be as large as the first that is not.
  let left = opened.filter((count) => count === smallest).length;
  return confusion.map((row, actual) =>
    row.map((count, predicted) => {
      if (actual === predicted || count < smallest || (count === smallest && left-- <= 0)) return 0;
      return limit;
    }),
  );
}
