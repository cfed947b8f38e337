// Images for the commands that look at data: with a display of downloads, and Ctrl-C.

import { defaultCacheFolder } from '../data/cache-folder.js';
import { DataError } from '../data/data-error.js';
import { formatNotice } from '../data/data-notice.js';
import { createDownloadDisplay } from '../data/download-display.js';
import { loadData } from '../data/load-data.js';
import type { ImageLimits, LoadedData } from '../data/loaded-data.js';
import { createCountDisplay } from './count-display.js';
import { catchInterruption } from './interruption.js';

/** Which images to load. */
export interface ShownDataRequest {
  /** As for `loadData`. */
  readonly data: string;
  readonly seed: number;
  readonly limits?: ImageLimits;
  /** False: what is not on this machine is an error. @default true */
  readonly mayDownload?: boolean;
}

/**
 * Loads images and tells on standard error what there is to tell.
 *
 * @throws {DataError} when they cannot be had
 * @throws {InterruptedError} when the user asked to stop
 */
export async function loadShownData(request: ShownDataRequest): Promise<LoadedData> {
  const { mayDownload = true, data, ...others } = request;
  const isPublished = data === 'auto' || data === 'mnist';
  const cacheFolder = defaultCacheFolder(process.env);
  const display = createDownloadDisplay();
  const pictures = createCountDisplay('pictures read');
  const clear = () => {
    display.clear();
    pictures.clear();
  };
  const { signal, release } = catchInterruption((line) => {
    clear();
    process.stderr.write(`${line}\n`);
  });
  try {
    return await loadData({
      ...others,
      // "auto" would stand for synthetic digits where MNIST is not here.
      data: isPublished && !mayDownload ? 'mnist' : data,
      ...(!mayDownload && { mirrors: [] }),
      cacheFolder,
      environment: process.env,
      signal,
      onProgress: display.show,
      onPicture: pictures.show,
      onNotice(notice) {
        clear();
        process.stderr.write(formatNotice(notice));
      },
    });
  } catch (error) {
    if (mayDownload || !isPublished || !(error instanceof DataError) || error.attempts.length === 0)
      throw error;
    throw new DataError({
      subject: 'MNIST',
      reason: 'it is not on this machine',
      remedy:
        'Download it with "lenet data fetch", or set LENET_DATA_DIR to a folder with its four files. "--data synthetic" needs no files.',
      attempts: error.attempts,
    });
  } finally {
    clear();
    release();
  }
}
