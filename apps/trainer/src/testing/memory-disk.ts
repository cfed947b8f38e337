import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own, in memory. */
export interface MemoryDisk {
  readonly path: string;
  /** @returns whether it could be, which it cannot while a file is open for writing */
  remount(option: 'ro' | 'rw' | `size=${string}`): boolean;
  unmount(): void;
}

/** Mounts one; undefined where that is not allowed. */
export function mountMemoryDisk(size: string): MemoryDisk | undefined {
  const path = mkdtempSync(join(tmpdir(), 'lenet-mount-'));
  const run = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;
  if (run('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'lenet-test', path)) {
    return {
      path,
      remount: (option) => run('mount', '-o', `remount,${option}`, path),
      unmount() {
        run('umount', path);
        rmSync(path, { recursive: true, force: true });
      },
    };
  }
  rmSync(path, { recursive: true });
  return undefined;
}

/** Whether one can be mounted here. */
export function canMountMemoryDisk(): boolean {
  const disk = mountMemoryDisk('64k');
  disk?.unmount();
  return disk !== undefined;
}
