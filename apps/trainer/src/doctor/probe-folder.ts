import { mkdtemp, open, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** Whether files can be written to a folder, which may not be there yet. */
export interface FolderAnswer {
  /** The folder itself, or the nearest around it that is there. */
  readonly existingFolder: string;
  /** Code of the system where nothing can be written, e.g. `EACCES`. */
  readonly problem?: string;
  /** Room on its disk for this user, in bytes; absent where the system does not tell. */
  readonly freeBytes?: number;
}

/** Writes a small file and removes it again: what the permissions say does not hold for every disk and user. */
export async function probeFolder(folder: string): Promise<FolderAnswer> {
  const existingFolder = await nearestExisting(resolve(folder));
  const problem = await tryToWrite(existingFolder);
  const freeBytes = await statfs(existingFolder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => undefined,
  );
  return { existingFolder, ...(problem && { problem }), ...(freeBytes !== undefined && { freeBytes }) };
}

async function nearestExisting(path: string): Promise<string> {
  for (let current = path; ; current = dirname(current)) {
    const there = await stat(current).then(
      () => true,
      ({ code }) => code !== 'ENOENT',
    );
    if (there || current === dirname(current)) return current;
  }
}

async function tryToWrite(folder: string): Promise<string | undefined> {
  let temporary: string | undefined;
  try {
    temporary = await mkdtemp(join(folder, '.lenet-doctor-'));
    const handle = await open(join(temporary, 'file'), 'wx');
    try {
      await handle.writeFile(new Uint8Array(65_536));
      await handle.sync();
    } finally {
      await handle.close();
    }
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  } finally {
    if (temporary !== undefined) await rm(temporary, { recursive: true, force: true });
  }
}
