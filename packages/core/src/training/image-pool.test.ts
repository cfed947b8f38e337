import { expect, test } from 'vitest';
import { epochOrder, imagesPerEpoch } from './image-pool.js';

const sorted = (epoch: number) =>
  [...epochOrder(8, { count: 5, perEpoch: 2 }, { seed: 1, epoch })].sort((a, b) => a - b);

test('an epoch takes every image before the pool, and the next of the pool', () => {
  expect(imagesPerEpoch(8, { count: 5, perEpoch: 2 })).toBe(5);
  expect(sorted(1)).toEqual([0, 1, 2, 3, 4]);
  expect(sorted(2)).toEqual([0, 1, 2, 5, 6]);
  // After the last comes the first.
  expect(sorted(3)).toEqual([0, 1, 2, 3, 7]);
  expect(sorted(4)).toEqual([0, 1, 2, 4, 5]);
});

test('without a pool an epoch takes every image', () => {
  expect(imagesPerEpoch(8, undefined)).toBe(8);
  const order = epochOrder(8, undefined, { seed: 1, epoch: 2 });
  expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});
