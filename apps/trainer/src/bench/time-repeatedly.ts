import { median } from './median.js';

/** How long something takes that was done many times. */
export interface Timing {
  /** Median of one time, in milliseconds. */
  readonly medianMs: number;
  /** Times that were measured, those before the clock ran apart. */
  readonly count: number;
}

export interface TimingLimits {
  /** Longest time to measure, in milliseconds; a quarter of it goes before it, to warm up. */
  readonly longestMs: number;
  /** Enough of them to stop, once a third of the time has passed. */
  readonly enough: number;
  /** Now, in milliseconds. @default performance.now */
  readonly now?: () => number;
}

/** Times to warm up that are enough, where they are quick. */
const WARM_UP_COUNT = 100;
/** Shorter ones are timed together: the clock is read less often than they end. */
const LEAST_BLOCK_MS = 20;

/**
 * Does something again and again: first until it is warm, then with the clock running. Each block of quick ones
 * gives one time, and the median of those is the result, so that a pause of the machine does not count.
 *
 * @param work does it `count` times
 */
export async function timeRepeatedly(
  work: (count: number) => Promise<void>,
  { longestMs, enough, now = () => performance.now() }: TimingLimits,
): Promise<Timing> {
  const warmUpStart = now();
  let warmUps = 0;
  do {
    await work(2);
    warmUps += 2;
  } while (warmUps < WARM_UP_COUNT && now() - warmUpStart < longestMs / 4);
  const estimateStart = now();
  await work(1);
  const estimateMs = now() - estimateStart;
  const blockSize = Math.max(1, Math.min(enough, Math.round(LEAST_BLOCK_MS / Math.max(estimateMs, 1e-3))));

  const start = now();
  const times: number[] = [];
  for (let elapsed = 0; elapsed < longestMs; elapsed = now() - start) {
    if (times.length * blockSize >= enough && elapsed >= longestMs / 3) break;
    // Work that never waits would keep the process from hearing that it is no longer wanted.
    await new Promise((resolve) => setImmediate(resolve));
    const blockStart = now();
    await work(blockSize);
    times.push((now() - blockStart) / blockSize);
  }
  return { medianMs: median(times), count: times.length * blockSize };
}
