import { join } from 'node:path';
import { RunFolderError } from '../run/run-folder-error.js';

/** A validation, or where there was none the training, of an epoch. */
export interface CurvePoint {
  readonly epoch: number;
  readonly loss: number;
  readonly accuracy: number;
}

/**
 * The validations of `history.csv`, of the epochs that had one; where nothing was held out, the figures of
 * training.
 *
 * @throws {RunFolderError} when a row has no numbers, or there is none
 */
export function parseHistory(run: string, text: string): CurvePoint[] {
  const rows = rowsOf(text).map((row, index) => {
    const [epoch, loss, accuracy, validationLoss, validationAccuracy] = row.split(',');
    const hasValidation = validationLoss !== '';
    const [usedLoss, usedAccuracy] = hasValidation ? [validationLoss, validationAccuracy] : [loss, accuracy];
    const point = { epoch: Number(epoch), loss: Number(usedLoss), accuracy: Number(usedAccuracy) };
    // An empty column would be 0.
    if (usedLoss && usedAccuracy && Object.values(point).every(Number.isFinite))
      return { point, hasValidation };
    throw damaged(run, 'history.csv', `row ${index + 1} of numbers, got "${row.slice(0, 60)}"`);
  });
  if (rows.length === 0) throw damaged(run, 'history.csv', 'a row for each epoch, got none');
  const validated = rows.filter(({ hasValidation }) => hasValidation);
  return (validated.length > 0 ? validated : rows).map(({ point }) => point);
}

/**
 * Actual and predicted classes of `predictions.csv`.
 *
 * @param count of the test images
 * @throws {RunFolderError} when rows are missing, or have other columns
 */
export function parsePredictions(
  run: string,
  text: string,
  count: number,
): { labels: Uint8Array; predictions: Uint8Array } {
  const rows = rowsOf(text);
  if (rows.length !== count) {
    throw damaged(run, 'predictions.csv', `${count} rows, one a test image, got ${rows.length}`);
  }
  const labels = new Uint8Array(count);
  const predictions = new Uint8Array(count);
  for (const [index, row] of rows.entries()) {
    const [, place, actual, predicted] = /^(\d+),(\d+),(\d+)(?:,|$)/.exec(row) ?? [];
    if (Number(place) !== index) {
      throw damaged(run, 'predictions.csv', `row ${index} of image ${index}, got "${row.slice(0, 60)}"`);
    }
    labels[index] = Number(actual);
    predictions[index] = Number(predicted);
  }
  return { labels, predictions };
}

function rowsOf(text: string): string[] {
  return text.split('\n').slice(1, -1);
}

function damaged(run: string, name: string, problem: string): RunFolderError {
  const path = join(run, name);
  return new RunFolderError({
    path,
    message: `File "${path}": expected ${problem}. It was changed by hand or damaged; "lenet evaluate ${run}" measures the run again.`,
  });
}
