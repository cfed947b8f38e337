import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Name of a folder in the making: with the process that makes it, so that leftovers can be told. */
const temporaryName = /^unfinished-(\d+)-/;

/**
 * Gives `use` an empty folder and removes it afterwards, whatever happens. What is whole is moved out of
 * it with `moveIntoPlace`.
 *
 * @param parent folder to make it in, existing or not
 */
export async function withTemporaryFolder<Result>(
  parent: string,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  mkdirSync(parent, { recursive: true });
  removeLeftovers(parent);
  const folder = mkdtempSync(join(parent, `unfinished-${process.pid}-`));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Both on one disk, so that `target` is never seen half-made. One that is there already is replaced. */
export function moveIntoPlace(folder: string, target: string): void {
  rmSync(target, { recursive: true, force: true });
  renameSync(folder, target);
}

/** Folders whose process was killed before it could clean up; they can be over 1 GB. */
function removeLeftovers(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = Number(temporaryName.exec(name)?.[1]);
    if (pid > 0 && !isRunning(pid)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user is running too, but may not be signalled.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
