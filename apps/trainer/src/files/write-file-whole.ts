import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Whether the name is one of those that `writeFileWhole` uses meanwhile. */
export const isTemporaryFile = (name: string): boolean => /\.\d+-[0-9a-f]{8}\.tmp$/.test(name);

/**
 * Writes a file whole or not at all: to a temporary name beside it, flushed to the disk, then renamed.
 * Two processes that write the same file at once do no harm: each has a temporary name of its own, and
 * the last rename stays.
 *
 * The package write-file-atomic is not used: where the disk fills up, it takes the short count of the
 * system's `write` for success and gives a cut file its final name.
 *
 * @param path of the file; folders on the way are made
 * @throws {NodeJS.ErrnoException} when it cannot be written; nothing is left behind, and a file of that
 *   name that was there before is unchanged
 */
export async function writeFileWhole(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}-${randomUUID().slice(0, 8)}.tmp`;
  const removeAtExit = () => rmSync(temporary, { force: true });
  process.once('exit', removeAtExit);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    // What went wrong first is what counts, also where the file cannot be removed any more.
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  } finally {
    process.off('exit', removeAtExit);
  }
}
