import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { mnistFiles } from '@lenet/core';
import { writeFileWhole } from '../files/write-file-whole.js';
import { InterruptedError } from '../interrupted-error.js';
import { type Cache, openCache } from './cache.js';
import { DataError } from './data-error.js';
import type { DataNotice } from './data-notice.js';
import { fetchPublishedFiles } from './fetch-published-files.js';
import { type MirrorOptions, openMirrors } from './mirrors.js';
import { orCacheError } from './or-cache-error.js';
import { fileRoles, type PublishedFiles } from './published-files.js';

export interface FillCacheOptions extends MirrorOptions {
  /** The files go to `mnist` inside it. */
  readonly cacheFolder: string;
  /** Downloads what is there already, too. @default false */
  readonly force?: boolean;
  /** @default MNIST */
  readonly published?: PublishedFiles;
  readonly onNotice?: (notice: DataNotice) => void;
}

/** One file in the cache; its digest is the published one. */
export interface CachedFile {
  /** As published, without `.gz`. */
  readonly name: string;
  readonly path: string;
  /** Of the decompressed bytes, in hexadecimal. */
  readonly sha256: string;
  /** On the disk, compressed or not. */
  readonly bytes: number;
  /** Host it came from just now; absent where it was there already. */
  readonly host?: string;
}

/**
 * Makes sure that the cache holds the published files.
 *
 * @throws {DataError} when no mirror has them, or the cache cannot be written
 * @throws {InterruptedError} when the signal was aborted; files that are whole stay in the cache
 */
export async function fillCache(options: FillCacheOptions): Promise<{ folder: string; files: CachedFile[] }> {
  const { force = false, published = mnistFiles, onNotice = () => {}, signal } = options;
  const folder = join(options.cacheFolder, 'mnist');
  const earlier = openCache(folder, onNotice);
  const kept: string[] = [];
  const cache: Cache = {
    folder,
    get: (file) => (force ? Promise.resolve(undefined) : earlier.get(file)),
    async put(archiveName, bytes) {
      await keep(folder, archiveName, bytes);
      kept.push(archiveName);
    },
  };
  try {
    signal?.throwIfAborted();
    const fetched = await fetchPublishedFiles(published, cache, openMirrors(options));
    if (fetched.files === undefined) {
      throw new DataError({
        subject: 'MNIST',
        reason: 'no mirror has it',
        remedy:
          'Connect to the internet, name a mirror of your own with --mirror, or set LENET_DATA_DIR to a folder with the four files.',
        attempts: fetched.attempts,
      });
    }
    const files: CachedFile[] = [];
    for (const role of fileRoles) {
      const { name, sha256, path: source } = fetched.files[role];
      const archiveName = kept.find((candidate) => candidate.startsWith(name));
      const path = archiveName === undefined ? source : join(folder, archiveName);
      const { size } = await stat(path);
      const host = archiveName === undefined ? {} : { host: new URL(source).host };
      files.push({ name, path, sha256, bytes: size, ...host });
    }
    return { folder, files };
  } catch (error) {
    if (!signal?.aborted) throw error;
    throw new InterruptedError(
      'Interrupted; nothing half-written is left. The same command goes on with the files that are missing.',
      { cause: error },
    );
  }
}

function keep(folder: string, archiveName: string, bytes: Uint8Array): Promise<void> {
  return orCacheError(folder, writeFileWhole(join(folder, archiveName), bytes), {
    done: 'written',
    remedy: 'Set LENET_CACHE_DIR to a folder that you may write to.',
  });
}
