import { readdir } from 'node:fs/promises';
import { OutputError } from './output-error.js';

/**
 * Makes sure that nothing is overwritten or mixed with other files.
 *
 * @param path of a folder that is yet to be made, or is empty
 * @throws {OutputError} when something else is there
 */
export async function requireEmptyFolder(path: string): Promise<void> {
  let found: string;
  try {
    if ((await readdir(path)).length === 0) return;
    found = 'a folder with files in it';
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    found = code === 'ENOTDIR' ? 'a file' : `${code}`;
  }
  throw new OutputError({
    path,
    message: `Folder "${path}": expected a new or an empty folder, got ${found}. Choose another with --out.`,
  });
}
