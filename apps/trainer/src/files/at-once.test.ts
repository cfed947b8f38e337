import { expect, test } from 'vitest';
import { eachAtOnce } from './at-once.js';

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('does everything once, so many at a time', async () => {
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  await eachAtOnce(5, { atOnce: 2 }, async (index) => {
    begun.push(index);
    most = Math.max(most, ++running);
    await turn();
    running--;
  });
  expect(begun).toEqual([0, 1, 2, 3, 4]);
  expect(most).toBe(2);
});

test('begins nothing after a failure, and ends with it when all others have ended', async () => {
  const ended: number[] = [];
  const failing = eachAtOnce(100, { atOnce: 3 }, async (index) => {
    if (index === 1) throw new Error('the second');
    await turn();
    ended.push(index);
  });
  await expect(failing).rejects.toThrow('the second');
  expect(ended).toEqual([0, 2]);
});
