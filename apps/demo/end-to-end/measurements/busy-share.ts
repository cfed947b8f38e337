import { cpus } from 'node:os';
import { setTimeout } from 'node:timers/promises';

const SAMPLE_MILLISECONDS = 2000;

/** @returns share of all cores that programs use while this one waits, 0 … 1 */
export async function busyShare(): Promise<number> {
  const before = times();
  await setTimeout(SAMPLE_MILLISECONDS);
  const after = times();
  const busy = after.busy - before.busy;
  return busy / (busy + after.idle - before.idle || 1);
}

function times(): { busy: number; idle: number } {
  let busy = 0;
  let idle = 0;
  for (const core of cpus()) {
    idle += core.times.idle;
    busy += core.times.user + core.times.nice + core.times.sys + core.times.irq;
  }
  return { busy, idle };
}
