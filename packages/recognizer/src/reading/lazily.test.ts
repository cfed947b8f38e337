import { expect, test, vi } from 'vitest';
import { lazily } from './lazily.js';

test('a value is made at the first call, and once', async () => {
  const make = vi.fn(async () => ({}));
  const get = lazily(make);
  expect(make).not.toHaveBeenCalled();
  const [first, second] = await Promise.all([get(), get()]);
  expect(first).toBe(second);
  expect(await get()).toBe(first);
  expect(make).toHaveBeenCalledOnce();
});

test('all who wait hear of a failure, and the next call tries again', async () => {
  const failure = new Error('no connection');
  const make = vi.fn<() => Promise<number>>().mockRejectedValueOnce(failure).mockResolvedValueOnce(7);
  const get = lazily(make);
  const both = await Promise.allSettled([get(), get()]);
  expect(both.map((result) => 'reason' in result && result.reason)).toEqual([failure, failure]);
  expect(await get()).toBe(7);
  expect(make).toHaveBeenCalledTimes(2);
});
