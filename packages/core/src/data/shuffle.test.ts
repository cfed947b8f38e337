import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shuffledIndices } from './shuffle.js';

test('the order of a key never changes', () => {
  expect([...shuffledIndices(10, { seed: 1, purpose: 'shuffle', epoch: 1 })]).toEqual([
    8, 1, 4, 3, 0, 6, 5, 9, 2, 7,
  ]);
});

test('other epochs and seeds have other orders', () => {
  const order = (seed: number, epoch: number) =>
    shuffledIndices(50, { seed, purpose: 'shuffle', epoch }).join(' ');
  expect(new Set([order(1, 1), order(1, 2), order(2, 1), order(2, 2)]).size).toBe(4);
});

test('has each index once', () => {
  fc.assert(
    fc.property(fc.nat({ max: 300 }), fc.nat(), (count, seed) => {
      const sorted = shuffledIndices(count, { seed, purpose: 'shuffle' }).sort();
      expect([...sorted]).toEqual(Array.from({ length: count }, (_, index) => index));
    }),
  );
});

test('all six orders of three are equally likely', () => {
  const counts = new Map<string, number>();
  for (let item = 0; item < 6000; item++) {
    const order = shuffledIndices(3, { seed: 1, purpose: 'test', item }).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  // Binomial SD is 29: five of them.
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(145);
});
