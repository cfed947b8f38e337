import { cpus } from 'node:os';

/** What all cores have done so far, in seconds. */
interface CoreSeconds {
  readonly busy: number;
  readonly idle: number;
}

/**
 * Watches how much of the processor other programs use meanwhile.
 *
 * @returns a function that gives their share of the time of all cores since the beginning, 0 … 1
 */
export function watchOtherLoad(readCores = coreSeconds, readOwn = ownSeconds): () => number {
  const coresBefore = readCores();
  const ownBefore = readOwn();
  return () => {
    const cores = readCores();
    const busy = cores.busy - coresBefore.busy;
    const all = busy + cores.idle - coresBefore.idle;
    return all <= 0 ? 0 : Math.max(0, busy - (readOwn() - ownBefore)) / all;
  };
}

function coreSeconds(): CoreSeconds {
  let busy = 0;
  let idle = 0;
  for (const { times } of cpus()) {
    idle += times.idle / 1000;
    busy += (times.user + times.nice + times.sys + times.irq) / 1000;
  }
  return { busy, idle };
}

function ownSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
