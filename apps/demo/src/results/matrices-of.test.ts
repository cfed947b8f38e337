import { expect, test } from 'vitest';
import { matricesOf } from './matrices-of';
import type { RecordedRun } from './recorded-run';

const afterOne = [
  [1, 1],
  [0, 2],
];
const atEnd = [
  [2, 0],
  [1, 1],
];
const run: RecordedRun = {
  recipe: 'tiny',
  architecture: 'tiny',
  seed: 1,
  trainingCount: 10,
  validationCount: 5000,
  testCount: 4,
  history: [
    {
      epoch: 1,
      training: { loss: 1, accuracy: 0.5 },
      validation: { loss: 1, accuracy: 0.75, confusionMatrix: afterOne },
    },
    { epoch: 2, training: { loss: 1, accuracy: 0.5 }, validation: { loss: 1, accuracy: 0.8 } },
  ],
  test: { loss: 1, accuracy: 0.75, confusionMatrix: atEnd },
};
const given = {
  labels: Uint8Array.of(0, 1, 1),
  predicted: Uint8Array.of(0, 1, 0),
  by: 'tiny',
  isOfRun: false,
};

test('there is one of each epoch that has one, and that of the test', () => {
  expect(matricesOf(run, undefined)).toEqual([
    { name: 'After epoch 1, on 5,000 images held out', matrix: afterOne, isOfGiven: false },
    { name: 'At the end, on 4 test images', matrix: atEnd, isOfGiven: false },
  ]);
});

test('images of the visitor have one of their own', () => {
  expect(matricesOf(run, given).at(-1)).toEqual({
    name: 'Your 3 images, read here by tiny',
    matrix: [
      [1, 0],
      [1, 1],
    ],
    isOfGiven: true,
  });
});

test('but where the run itself has read them, they are those of its test', () => {
  const matrices = matricesOf(run, { ...given, isOfRun: true });
  expect(matrices.map(({ isOfGiven }) => isOfGiven)).toEqual([false, true]);
});
