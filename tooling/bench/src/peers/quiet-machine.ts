// Two threads that wait for each other many times a step suffer most from a program beside them: PyTorch was
// seen to take 20 times as long. What is timed beside such a program says nothing, so it is timed again.
import { cpus } from 'node:os';
import { setTimeout } from 'node:timers/promises';

/** Share of all cores that other programs may use. */
const QUIET_SHARE = 0.05;
const ATTEMPTS = 3;
const SAMPLE_MS = 500;
const LONGEST_WAIT_MS = 10_000;

/** Something that was timed. */
export interface Timed<Value> {
  readonly value: Value;
  /** Time of all cores that it used itself; undefined where the system does not tell. */
  readonly cpuSeconds: number | undefined;
}

/** Seconds that the cores have worked and idled so far, all together. */
export interface CoreTimes {
  readonly busy: number;
  readonly idle: number;
}

/**
 * Times something while other programs leave the cores alone: waits for that, and times it again where one
 * came in between, but not for ever.
 *
 * @returns what was measured in the quietest attempt, and the share of the cores that others used in it
 */
export async function timeInQuiet<Value>(
  time: () => Promise<Timed<Value>>,
  { sampleMs = SAMPLE_MS, longestWaitMs = LONGEST_WAIT_MS, readTimes = coreTimes } = {},
): Promise<{ value: Value; othersShare: number }> {
  let quietest: { value: Value; othersShare: number } | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    for (let waitedMs = 0; waitedMs < longestWaitMs; waitedMs += sampleMs) {
      const before = readTimes();
      await setTimeout(sampleMs);
      if (shareOfOthers(before, readTimes(), 0) <= QUIET_SHARE) break;
    }
    const before = readTimes();
    const { value, cpuSeconds } = await time();
    const othersShare = shareOfOthers(before, readTimes(), cpuSeconds ?? Number.POSITIVE_INFINITY);
    if (!quietest || othersShare < quietest.othersShare) quietest = { value, othersShare };
    if (othersShare <= QUIET_SHARE) break;
  }
  return quietest!;
}

function shareOfOthers(before: CoreTimes, after: CoreTimes, ownSeconds: number): number {
  const busy = after.busy - before.busy;
  const all = busy + after.idle - before.idle;
  return Math.max(0, busy - ownSeconds) / (all || 1);
}

function coreTimes(): CoreTimes {
  let busy = 0;
  let idle = 0;
  for (const { times } of cpus()) {
    idle += times.idle / 1000;
    busy += (times.user + times.nice + times.sys + times.irq) / 1000;
  }
  return { busy, idle };
}
