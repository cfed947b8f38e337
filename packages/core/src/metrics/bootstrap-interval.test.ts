import { expect, test } from 'vitest';
import { bootstrapInterval } from './bootstrap-interval.js';

const values = [3, 1, 4, 1, 5, 9, 2, 6];
const mean = (indices: Uint32Array) =>
  indices.reduce((sum, index) => sum + values[index], 0) / indices.length;

test('says its level, the estimate of all images and how many resamples it drew', () => {
  const { estimate, level, resamples, lower, upper } = bootstrapInterval(8, mean);
  expect({ estimate, level, resamples }).toEqual({ estimate: 31 / 8, level: 0.95, resamples: 1000 });
  expect(lower).toBeLessThan(estimate);
  expect(upper).toBeGreaterThan(estimate);
});

test('the same seed gives the same interval, another seed another one', () => {
  const interval = (seed: number) => bootstrapInterval(8, mean, { seed, resamples: 50 });
  expect(interval(7)).toEqual(interval(7));
  expect(interval(7)).not.toEqual(interval(8));
});

test('a higher level gives a wider interval', () => {
  const width = (level: number) => {
    const { lower, upper } = bootstrapInterval(8, mean, { level });
    return upper - lower;
  };
  expect(width(0.99)).toBeGreaterThan(width(0.5));
});

test('draws each image about as often as any other', () => {
  const counts = new Array<number>(8).fill(0);
  bootstrapInterval(8, (indices) => {
    for (const index of indices) counts[index]++;
    return 0;
  });
  // 1001 on average, with a standard deviation of 30.
  for (const count of counts) expect(Math.abs(count - 1001)).toBeLessThan(150);
});

test('holds the true mean about as often as it says', () => {
  // The sum of two digits of a linear congruential generator has a mean of 9.
  let state = 1;
  const digit = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 16) % 10;
  };
  let hits = 0;
  for (let seed = 0; seed < 200; seed++) {
    const sums = Array.from({ length: 40 }, () => digit() + digit());
    const meanOf = (indices: Uint32Array) => indices.reduce((sum, index) => sum + sums[index], 0) / 40;
    const { lower, upper } = bootstrapInterval(40, meanOf, { seed, resamples: 200, level: 0.9 });
    if (lower <= 9 && 9 <= upper) hits++;
  }
  // 180 expected, with a standard deviation of 4.
  expect(hits).toBeGreaterThan(160);
  expect(hits).toBeLessThan(196);
});

test.each([
  [0, {}, 'Argument "count": expected a whole number from 1 to 4294967295, got 0.'],
  [1, { seed: -1 }, 'Argument "seed": expected a whole number from 0 to 4294967295, got -1.'],
  [1, { resamples: 0 }, 'Argument "resamples": expected a whole number from 1 to 4294967295, got 0.'],
  [1, { level: 1 }, 'Argument "level": expected a number above 0 and below 1, got 1.'],
])('refuses %d images with options %j', (count, options, message) => {
  expect(() => bootstrapInterval(count, () => 0, options)).toThrow(message);
});

test('refuses a statistic that is not defined for some images', () => {
  expect(() => bootstrapInterval(4, () => Number.NaN)).toThrow(
    'Bootstrap: expected a finite statistic of every resample, got NaN. Take one that is defined whatever images are drawn.',
  );
});
