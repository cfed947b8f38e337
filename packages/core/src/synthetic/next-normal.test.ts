import { expect, test } from 'vitest';
import { createKeyedRandom } from '../random/keyed-random.js';
import { nextNormal } from './next-normal.js';

test('has mean 0, variance 1 and no draw past 3.47', () => {
  const random = createKeyedRandom({ seed: 1, purpose: 'test' });
  const draws = Array.from({ length: 20_000 }, () => nextNormal(random));
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
  // Standard errors: 0.007 and 0.009.
  expect(Math.abs(mean)).toBeLessThan(0.035);
  expect(Math.abs(variance - 1)).toBeLessThan(0.045);
  expect(Math.max(...draws.map(Math.abs))).toBeLessThan(3.47);
});
