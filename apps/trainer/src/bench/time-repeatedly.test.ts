import { expect, test } from 'vitest';
import { median } from './median.js';
import { timeRepeatedly } from './time-repeatedly.js';

test('the median of odd and even numbers of values', () => {
  expect(median([9, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 9])).toBe(3);
});

/** A clock that work moves on: each time takes what `duration` says. */
function fakeWork(duration: (index: number) => number) {
  let time = 0;
  let index = 0;
  return {
    now: () => time,
    count: () => index,
    async work(count: number) {
      for (let step = 0; step < count; step++) time += duration(index++);
    },
  };
}

test('slow work: two to warm up, then until the time is over', async () => {
  const { work, now, count } = fakeWork(() => 400);
  expect(await timeRepeatedly(work, { longestMs: 1000, enough: 500, now })).toEqual({
    medianMs: 400,
    count: 3,
  });
  expect(count()).toBe(2 + 1 + 3);
});

test('what is slow at first does not count', async () => {
  const { work, now } = fakeWork((index) => (index < 100 ? 50 : 1));
  const { medianMs } = await timeRepeatedly(work, { longestMs: 30_000, enough: 500, now });
  expect(medianMs).toBe(1);
});

test('quick work is timed in blocks, and stops when there is enough of it', async () => {
  const { work, now } = fakeWork(() => 2);
  expect(await timeRepeatedly(work, { longestMs: 3000, enough: 400, now })).toEqual({
    medianMs: 2,
    count: 500,
  });
});

test('a pause of the machine does not count', async () => {
  const { work, now } = fakeWork((index) => (index === 120 ? 900 : 2));
  expect((await timeRepeatedly(work, { longestMs: 3000, enough: 400, now })).medianMs).toBe(2);
});
