import { readdir, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { mnistFiles } from '@lenet/core';

/** Something that this project put into the cache. */
export interface CacheEntry {
  readonly path: string;
  /** On the disk. */
  readonly bytes: number;
}

const names = Object.values(mnistFiles).flatMap(({ name }) => [name, name.replace(/-(idx\d)/, '.$1')]);

/**
 * Files of the cache by their names: archives, plain files, and what a process that was killed left
 * half-written. Everything else in the folder is somebody else's: LENET_CACHE_DIR may name any folder.
 */
export async function listCachedFiles(cacheFolder: string): Promise<CacheEntry[]> {
  const folder = join(cacheFolder, 'mnist');
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
  const own = entries.filter((entry) =>
    names.some((name) => entry === name || entry === `${name}.gz` || isHalfWritten(entry, name)),
  );
  return Promise.all(
    own.sort().map(async (entry) => {
      const path = join(folder, entry);
      return { path, bytes: (await stat(path)).size };
    }),
  );
}

/** Removes the files, and the folders of the cache where nothing else is in them. */
export async function removeCachedFiles(cacheFolder: string, files: readonly CacheEntry[]): Promise<void> {
  for (const { path } of files) await rm(path, { force: true });
  for (const folder of [join(cacheFolder, 'mnist'), cacheFolder]) await rmdir(folder).catch(() => {});
}

function isHalfWritten(entry: string, name: string): boolean {
  return entry.startsWith(name) && /^(\.gz)?\.\d+-[0-9a-f]{8}\.tmp$/.test(entry.slice(name.length));
}
