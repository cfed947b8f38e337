import { expect, test } from 'vitest';
import { precisionRecallF1 } from './precision-recall-f1.js';

// Class 0: 2 of 3 predictions right, 2 of 2 images found. Class 1: none predicted. Class 2: 1 of 1, 1 of 2.
const labels = [0, 0, 1, 2, 2];
const predictions = [0, 0, 0, 2, 3];

test('micro adds up, macro means classes, weighted means images', () => {
  const { microAverage, macroAverage, weightedAverage } = precisionRecallF1(labels, predictions, {
    classes: [0, 2],
  });
  expect(microAverage).toEqual({ precision: 3 / 4, recall: 3 / 4, f1Score: 3 / 4, support: 4 });
  expect(macroAverage).toEqual({
    precision: (2 / 3 + 1) / 2,
    recall: 3 / 4,
    f1Score: (4 / 5 + 2 / 3) / 2,
    support: 4,
  });
  expect(weightedAverage.recall).toBe(3 / 4);
});

test('over all classes, the micro average is the accuracy', () => {
  const { microAverage } = precisionRecallF1(labels, predictions);
  expect(microAverage).toEqual({ precision: 0.6, recall: 0.6, f1Score: 0.6, support: 5 });
});

test('what is undefined can count as nothing, as all, or not at all', () => {
  const ofClass1 = (zeroDivision: number) => {
    const { classes, macroAverage } = precisionRecallF1([0, 1], [0, 0], { zeroDivision });
    return [classes[1].precision, macroAverage.precision];
  };
  expect(ofClass1(0)).toEqual([0, 0.25]);
  expect(ofClass1(1)).toEqual([1, 0.75]);
  expect(ofClass1(Number.NaN)).toEqual([Number.NaN, 0.5]);
});

test('an average of nothing defined is undefined', () => {
  const options = { classes: [7], zeroDivision: Number.NaN };
  expect(precisionRecallF1([0], [0], options).weightedAverage).toEqual({
    precision: Number.NaN,
    recall: Number.NaN,
    f1Score: Number.NaN,
    support: 0,
  });
});
