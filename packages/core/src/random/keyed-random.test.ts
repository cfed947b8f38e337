import { expect, test } from 'vitest';
import { createKeyedRandom } from './keyed-random.js';

const draw = (key: Parameters<typeof createKeyedRandom>[0], count = 8) => {
  const random = createKeyedRandom(key);
  return Array.from({ length: count }, () => random.nextUint32());
};

test('gives the same numbers for the same key', () => {
  const key = { seed: 7, purpose: 'shuffle', epoch: 2, step: 3, item: 4 };
  expect(draw(key)).toEqual(draw({ ...key }));
});

test.each([{ seed: 8 }, { purpose: 'split' }, { epoch: 1 }, { step: 1 }, { item: 1 }])(
  'gives other numbers when only %j differs',
  (difference) => {
    const key = { seed: 7, purpose: 'shuffle' };
    const first = draw(key);
    const second = draw({ ...key, ...difference });
    expect(first.filter((word) => second.includes(word))).toEqual([]);
  },
);

test('draws each integer below the bound equally often', () => {
  const random = createKeyedRandom({ seed: 1, purpose: 'test' });
  const counts = [0, 0, 0];
  for (let index = 0; index < 30_000; index++) counts[random.nextBelow(3)]++;
  // Binomial SD is 82: five of them.
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(410);
});

test('draws uniform numbers in [0, 1) with mean 1/2 and variance 1/12', () => {
  const random = createKeyedRandom({ seed: 1, purpose: 'test' });
  const values = Array.from({ length: 20_000 }, () => random.nextUniform());
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values)).toBeLessThan(1);
  expect(mean).toBeCloseTo(0.5, 2);
  expect(variance).toBeCloseTo(1 / 12, 2);
});
