// Downloaded files are kept as the archives that the mirrors send: 11.6 MB instead of 54.9 MB, and any other
// program that reads MNIST can be pointed at the folder.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileWhole } from '../files/write-file-whole.js';
import { DataError } from './data-error.js';
import type { DataNotice } from './data-notice.js';
import { differenceFromPublished, type PublishedFile } from './published-files.js';
import { readStoredFile, type StoredFile } from './stored-file.js';

/** Files of one published set that were downloaded earlier. */
export interface Cache {
  readonly folder: string;
  /** @returns undefined where the file is missing, or was damaged and has been removed */
  get(file: PublishedFile): Promise<StoredFile | undefined>;
  /** Keeps a file whose digest was checked. A cache that cannot be written is a notice, not an error. */
  put(archiveName: string, bytes: Uint8Array): Promise<void>;
}

export function openCache(folder: string, onNotice: (notice: DataNotice) => void): Cache {
  let isUnusableTold = false;
  function tellUnusable(problem: string): void {
    if (isUnusableTold) return;
    isUnusableTold = true;
    onNotice({
      kind: 'cache-unusable',
      title: `Data cache "${folder}" cannot be used: ${problem}.`,
      lines: [
        'The data is downloaded again each time.',
        'Set LENET_CACHE_DIR to a folder that you may write to.',
      ],
    });
  }

  return {
    folder,
    async get(file) {
      const { stored, damage } = await readChecked(folder, file);
      if (damage === undefined) return stored;
      onNotice({
        kind: 'cache-damaged',
        title: `Data cache: cannot use "${damage.path}": ${damage.reason}.`,
        lines: ['It is removed, and fetched again when it is needed.'],
      });
      // Where it cannot be removed, the next run finds it, says so and fetches it once more.
      await rm(damage.path, { force: true }).catch(() => {});
      return undefined;
    },
    async put(archiveName, bytes) {
      try {
        await writeFileWhole(join(folder, archiveName), bytes);
      } catch (error) {
        tellUnusable((error as NodeJS.ErrnoException).code ?? String(error));
      }
    },
  };
}

async function readChecked(
  folder: string,
  file: PublishedFile,
): Promise<{ stored?: StoredFile | undefined; damage?: { path: string; reason: string } }> {
  try {
    const stored = await readStoredFile(folder, file.name, '');
    const difference = stored && differenceFromPublished(stored, file);
    return difference === undefined ? { stored } : { damage: { path: stored!.path, reason: difference } };
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return { damage: { path: error.file!, reason: error.reason } };
  }
}
