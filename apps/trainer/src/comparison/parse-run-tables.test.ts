import { expect, test } from 'vitest';
import { historyCsv } from '../run/history-csv.js';
import { predictionsCsv } from '../run/predictions-csv.js';
import { exampleEpoch } from '../testing/example-report-input.js';
import { parseHistory, parsePredictions } from './parse-run-tables.js';

function withoutValidation(epoch: number) {
  const { validation, ...rest } = exampleEpoch(epoch);
  return rest;
}

test('curves are of the epochs with a validation', () => {
  const second = { ...exampleEpoch(2), validation: { loss: 0.5, accuracy: 0.75 } };
  const text = historyCsv([withoutValidation(1), second, withoutValidation(3)]);
  expect(parseHistory('runs/x', text)).toEqual([{ epoch: 2, loss: 0.5, accuracy: 0.75 }]);
});

test('where nothing was held out they are of training', () => {
  const text = historyCsv([withoutValidation(1), withoutValidation(2)]);
  expect(parseHistory('runs/x', text)).toEqual([
    { epoch: 1, loss: 0.2, accuracy: 0.9 },
    { epoch: 2, loss: 0.1, accuracy: 0.95 },
  ]);
});

test.each([
  ['1,0.5,nan,,,0.001,1.5', 'row 1 of numbers, got "1,0.5,nan,,,0.001,1.5"'],
  ['1,0.5', 'row 1 of numbers, got "1,0.5"'],
  ['1,0.5,,,,0.001,1.5', 'row 1 of numbers, got "1,0.5,,,,0.001,1.5"'],
  ['', 'row 1 of numbers, got ""'],
])('a row "%s" of the history is damage', (row, problem) => {
  expect(() => parseHistory('runs/x', `epoch\n${row}\n`)).toThrow(
    `File "runs/x/history.csv": expected ${problem}. It was changed by hand or damaged; "lenet evaluate runs/x" measures the run again.`,
  );
});

test('a history without epochs is damage', () => {
  expect(() => parseHistory('runs/x', 'epoch\n')).toThrow('expected a row for each epoch, got none.');
});

test('answers come back as they were written', () => {
  const logits = Float32Array.of(0, 5, 0, /**/ 9, 0, 0);
  expect(parsePredictions('runs/x', predictionsCsv(Uint8Array.of(1, 2), logits, 3), 2)).toEqual({
    labels: Uint8Array.of(1, 2),
    predictions: Uint8Array.of(1, 0),
  });
});

test.each([
  ['0,1,1,0.5\n', '2 rows, one a test image, got 1'],
  ['0,1,1,0.5\n0,1,1,0.5\n', 'row 1 of image 1, got "0,1,1,0.5"'],
  ['0,1,1,0.5\n1,1\n', 'row 1 of image 1, got "1,1"'],
  ['zero\n1,1,1\n', 'row 0 of image 0, got "zero"'],
])('answers "%s" are damage', (rows, problem) => {
  expect(() => parsePredictions('runs/x', `index\n${rows}`, 2)).toThrow(
    `File "runs/x/predictions.csv": expected ${problem}. It was changed by hand or damaged; "lenet evaluate runs/x" measures the run again.`,
  );
});
