import { expect, test } from 'vitest';
import { grantedCores } from './cgroup-limits.js';

const cores = (files: Record<string, string>) => grantedCores((path) => files[path]);

test('no limit where there are no control groups, or none with a limit', () => {
  expect(cores({})).toBeUndefined();
  expect(
    cores({ '/proc/self/cgroup': '0::/user\n', '/sys/fs/cgroup/user/cpu.max': 'max 100000\n' }),
  ).toBeUndefined();
  expect(
    cores({ '/proc/self/cgroup': '1:cpu:/\n', '/sys/fs/cgroup/cpu/cpu.cfs_quota_us': '-1\n' }),
  ).toBeUndefined();
});

test('version 2: the least of the group and those around it', () => {
  const files = {
    '/proc/self/cgroup': '0::/kubepods/pod1\n',
    '/sys/fs/cgroup/kubepods/pod1/cpu.max': '400000 100000\n',
    '/sys/fs/cgroup/kubepods/cpu.max': '150000 100000\n',
  };
  expect(cores(files)).toBe(1.5);
});

test('version 2 in a container, which sees its group as the root', () => {
  expect(cores({ '/proc/self/cgroup': '0::/\n', '/sys/fs/cgroup/cpu.max': '200000 100000\n' })).toBe(2);
});

test('version 1, with its controllers in one folder', () => {
  const files = {
    '/proc/self/cgroup': '5:memory:/a\n4:cpu,cpuacct:/a\n',
    '/sys/fs/cgroup/cpu,cpuacct/a/cpu.cfs_quota_us': '50000\n',
    '/sys/fs/cgroup/cpu,cpuacct/a/cpu.cfs_period_us': '100000\n',
  };
  expect(cores(files)).toBe(0.5);
});
