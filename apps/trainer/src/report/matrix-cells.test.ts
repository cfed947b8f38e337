import { confusionMatrix } from '@lenet/core/metrics';
import { expect, test } from 'vitest';
import { findMatrixCells } from './matrix-cells.js';
import { findMisclassified } from './misclassified.js';

/** Answers whose probability rises with their index. */
function find(labels: number[], predictions: number[], classCount: number, pixels = 784) {
  const classes = Array.from({ length: classCount }, (_, label) => String(label));
  const probabilities = labels.flatMap((_, index) => classes.map(() => index / labels.length));
  const misclassified = findMisclassified(labels, predictions, probabilities);
  const confusion = confusionMatrix(labels, predictions, { classCount });
  return findMatrixCells({ confusion, labels, predictions, misclassified, classes, pixels });
}

test('cells hold the first images that were read right, and the most confident errors first', () => {
  expect(find([0, 0, 0, 1, 0], [0, 1, 1, 1, 0], 2)).toEqual([
    { actual: 0, predicted: 0, count: 2, shown: [0, 4] },
    { actual: 0, predicted: 1, count: 2, shown: [2, 1] },
    { actual: 1, predicted: 1, count: 1, shown: [3] },
  ]);
});

test('of images that were read right 20 of each class are shown, of errors all', () => {
  const labels = [...Array(90).fill(0), ...Array(30).fill(1)];
  const predictions = [...Array(50).fill(0), ...Array(40).fill(1), ...Array(30).fill(1)];
  const cells = find(labels, predictions, 2);
  expect(cells.map(({ count, shown }) => [count, shown.length])).toEqual([
    [50, 20],
    [40, 40],
    [30, 20],
  ]);
  expect(cells[0].shown.at(-1)).toBe(19);
});

test('errors that would make the page too large are left out of the largest cells first', () => {
  const labels = [...Array(3000).fill(0), 1, 1];
  const predictions = [...Array(3000).fill(1), 0, 0];
  const [many, few] = find(labels, predictions, 2);
  expect(few.shown).toHaveLength(2);
  expect(many.count).toBe(3000);
  // (1,100,000 - 4 cells of 50 - 2 * 509 of the diagonal - 2 * 509 that open) / (784 * 2/3 + 200) = 1519.04
  expect(many.shown).toHaveLength(1519 - 2);
  expect(many.shown[0]).toBe(2999);
});

test('where more cells have errors than can open, those with the most errors do', () => {
  const classCount = 60;
  const labels: number[] = [];
  const predictions: number[] = [];
  for (let actual = 0; actual < classCount; actual++) {
    for (let predicted = 0; predicted < classCount; predicted++) {
      const count = actual === 7 && predicted === 9 ? 3 : 1;
      labels.push(...Array(count).fill(actual));
      predictions.push(...Array(count).fill(predicted));
    }
  }
  const cells = find(labels, predictions, classCount);
  const opened = cells.filter(({ shown }) => shown.length > 0);
  expect(cells).toHaveLength(3600);
  expect(opened.length).toBeLessThan(1000);
  expect(opened.length).toBeGreaterThan(100);
  expect(opened.find(({ actual, predicted }) => actual === 7 && predicted === 9)?.shown).toHaveLength(1);
  expect(opened.filter(({ actual, predicted }) => actual === predicted)).toHaveLength(classCount);
});
