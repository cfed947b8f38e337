import { expect, test } from 'vitest';
import { isBetter, isPatienceOver } from './patience.js';

const losses = (...values: number[]) => values.map((loss) => ({ loss, accuracy: 0.5 }));

test('a smaller loss or a larger accuracy is better; equal ones are not', () => {
  const first = { loss: 1, accuracy: 0.9 };
  const second = { loss: 0.9, accuracy: 0.8 };
  expect([isBetter(second, first, 'loss'), isBetter(second, first, 'accuracy')]).toEqual([true, false]);
  expect([isBetter(first, first, 'loss'), isBetter(first, undefined, 'loss')]).toEqual([false, true]);
});

test.each([
  [losses(3, 2, 2), 2, false],
  [losses(3, 2, 2, 2.5), 2, true],
  [losses(3, 2, 2, 1), 2, false],
  [losses(3, 4), 1, true],
  [[], 1, false],
])('losses %j with patience %d: over is %s', (evaluations, patience, isOver) => {
  expect(isPatienceOver(evaluations, { patience }, 'loss')).toBe(isOver);
});

test('small steps count together towards the least improvement', () => {
  // 3 to 2.75 is not more than .5; 3 to 2.25 is, though no single step was.
  const options = { patience: 2, minimumImprovement: 0.5 };
  expect(isPatienceOver(losses(3, 2.75, 2.25, 2), options, 'loss')).toBe(false);
  expect(isPatienceOver(losses(3, 2.75, 2.5), options, 'loss')).toBe(true);
});
