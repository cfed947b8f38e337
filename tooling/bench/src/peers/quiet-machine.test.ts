import { expect, test } from 'vitest';
import { type CoreTimes, timeInQuiet } from './quiet-machine.ts';

/** A machine: what its cores have worked and idled at each reading. */
function machine(...readings: [busy: number, idle: number][]) {
  let next = 0;
  const readTimes = (): CoreTimes => {
    const [busy, idle] = readings[next++];
    return { busy, idle };
  };
  return { sampleMs: 1, longestWaitMs: 2, readTimes };
}

/** Uses three seconds of the cores each time. */
function timer() {
  let calls = 0;
  return async () => ({ value: ++calls, cpuSeconds: 3 });
}

test('waits until the cores idle', async () => {
  const quiet = machine([0, 0], [1, 1], [1, 1], [1, 3], [1, 3], [4, 4]);
  expect(await timeInQuiet(timer(), quiet)).toEqual({ value: 1, othersShare: 0 });
});

test('times again what another program disturbed', async () => {
  // At first another program uses one second of four, then none.
  const disturbed = machine([0, 0], [0, 1], [0, 1], [4, 1], [4, 1], [4, 2], [4, 2], [7, 3]);
  expect(await timeInQuiet(timer(), disturbed)).toEqual({ value: 2, othersShare: 0 });
});

test('takes the quietest of three attempts where it is never quiet', async () => {
  const noisy = (busy: number): [number, number][] => [
    [0, 0],
    [0, 1],
    [0, 0],
    [busy, 8 - busy],
  ];
  expect(await timeInQuiet(timer(), machine(...noisy(7), ...noisy(4), ...noisy(5)))).toEqual({
    value: 2,
    othersShare: 0.125,
  });
});
