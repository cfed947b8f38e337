// Where the images come from: LENET_DATA_DIR, the cache, a download, a folder or the generator.
import { join } from 'node:path';
import { mnistFiles } from '@lenet/core';
import { InterruptedError } from '../interrupted-error.js';
import { openCache } from './cache.js';
import type { DataNotice } from './data-notice.js';
import { fetchPublishedFiles } from './fetch-published-files.js';
import { environmentData, folderData } from './folder-data.js';
import { idxData } from './idx-data.js';
import { checkLimits } from './image-limits.js';
import type { ImageLimits, LoadedData } from './loaded-data.js';
import { type MirrorOptions, openMirrors } from './mirrors.js';
import { mnistNotFound, syntheticInstead } from './mnist-not-found.js';
import type { PublishedFiles } from './published-files.js';
import { syntheticData } from './synthetic-data.js';

/** Sources that are called by a name; any other text is a folder. */
export const namedSources: readonly string[] = ['auto', 'mnist', 'synthetic'];

export interface LoadDataOptions extends MirrorOptions {
  /**
   * - `auto`: MNIST from `LENET_DATA_DIR`, else the cache, else a mirror; where none has it, synthetic
   *   digits with the notice `synthetic-instead`
   * - `mnist`: the same without synthetic digits
   * - `synthetic`: generated digits
   * - any other text: a folder with four IDX files or with pictures by class, relative to the current
   *   directory; `./auto` for a folder named auto
   */
  readonly data: string;
  /** Of synthetic digits, and of the split of a folder of pictures without halves, uint32. */
  readonly seed: number;
  readonly limits?: ImageLimits;
  /** Made when something is to be kept; the files are in `mnist` inside it. */
  readonly cacheFolder: string;
  /**
   * `LENET_DATA_DIR` is a folder with the four MNIST files; a relative one is resolved against the
   * current directory, an empty one counts as not set.
   */
  readonly environment: { readonly LENET_DATA_DIR?: string | undefined };
  /** The set that `auto` and `mnist` mean. @default MNIST */
  readonly published?: PublishedFiles;
  readonly onNotice?: (notice: DataNotice) => void;
  /** Called after each picture of a folder of pictures. */
  readonly onPicture?: (done: number, total: number) => void;
}

/**
 * Loads the images of a run.
 *
 * @throws {DataError} when they cannot be had; a `LENET_DATA_DIR` that is set but missing, incomplete,
 *   damaged or not MNIST is such an error too, never a reason to look elsewhere
 * @throws {InvalidArgumentError} when a limit or the seed is outside its range
 * @throws {InterruptedError} when the signal was aborted; downloaded files that are whole stay in the cache
 */
export async function loadData(options: LoadDataOptions): Promise<LoadedData> {
  const { data, seed, limits = {}, environment, signal } = options;
  const published = options.published ?? mnistFiles;
  checkLimits(limits);
  const notices: DataNotice[] = [];
  const notify = (notice: DataNotice) => {
    notices.push(notice);
    options.onNotice?.(notice);
  };
  const find = async (): Promise<Omit<LoadedData, 'notices'>> => {
    if (data === 'synthetic') return syntheticData(seed, limits, signal);
    if (data !== 'auto' && data !== 'mnist') return folderData(data, { ...options, published, limits });
    if (environment.LENET_DATA_DIR) return environmentData(environment.LENET_DATA_DIR, published, limits);
    const cache = openCache(join(options.cacheFolder, 'mnist'), notify);
    const fetched = await fetchPublishedFiles(published, cache, openMirrors(options));
    if (fetched.files) {
      const { files, origin } = fetched;
      return idxData(files, { published, otherTitle: '', origin, fileRemedy: '' }, limits);
    }
    const attempts = [{ source: 'LENET_DATA_DIR', reason: 'not set' }, ...fetched.attempts];
    if (data === 'mnist') throw mnistNotFound(attempts, published);
    notify(syntheticInstead(attempts));
    return syntheticData(seed, limits, signal);
  };
  try {
    signal?.throwIfAborted();
    const loaded = await find();
    await new Promise((resolve) => setTimeout(resolve, 0)); // a signal that waits is heard
    signal?.throwIfAborted();
    return { ...loaded, notices };
  } catch (error) {
    if (!signal?.aborted) throw error;
    throw new InterruptedError(
      'Interrupted while the data was loaded; nothing half-written is left. Run the same command again to go on.',
      { cause: error },
    );
  }
}
