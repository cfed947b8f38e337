// What the container, or another control group of Linux, grants this process.
import { dirname, join } from 'node:path';

/** Reads a small file of the system; undefined where it is not there. */
export type ReadSystemFile = (path: string) => string | undefined;

const ROOT = '/sys/fs/cgroup';

/**
 * Processor time that the control groups grant, in cores; the least of all groups that hold this process.
 *
 * Source: https://docs.kernel.org/admin-guide/cgroup-v2.html#cpu-interface-files, and for version 1
 * https://docs.kernel.org/scheduler/sched-bwc.html.
 *
 * @returns undefined where there is no limit
 */
export function grantedCores(read: ReadSystemFile): number | undefined {
  const groups = read('/proc/self/cgroup')?.trim().split('\n') ?? [];
  const limits: number[] = [];
  for (const group of groups) {
    const [, controllers, path] = /^\d+:([^:]*):(.*)$/.exec(group) ?? [];
    if (controllers === '') limits.push(...eachFolder(ROOT, path, versionTwo));
    else if (controllers?.split(',').includes('cpu')) {
      for (const mount of ['cpu', 'cpu,cpuacct'])
        limits.push(...eachFolder(join(ROOT, mount), path, versionOne));
    }
  }
  return limits.length === 0 ? undefined : Math.min(...limits);

  function versionTwo(folder: string): number {
    const [quota, period] = (read(join(folder, 'cpu.max')) ?? '').split(/\s+/).map(Number);
    return quota / period;
  }
  function versionOne(folder: string): number {
    const quota = Number(read(join(folder, 'cpu.cfs_quota_us')) ?? Number.NaN);
    return quota > 0 ? quota / Number(read(join(folder, 'cpu.cfs_period_us'))) : Number.NaN;
  }
}

/** What holds for a group holds for the groups in it. */
function eachFolder(root: string, path: string, limit: (folder: string) => number): number[] {
  const limits: number[] = [];
  for (let folder = path; ; folder = dirname(folder)) {
    limits.push(limit(join(root, folder)));
    if (folder === '/' || folder === '.') return limits.filter((value) => value > 0);
  }
}
