import type { RunConfig } from '../run/run-config.js';
import { defaultCacheFolder } from './cache-folder.js';
import { formatNotice } from './data-notice.js';
import { loadData } from './load-data.js';
import type { LoadedData } from './loaded-data.js';

/** The images of a run, as its settings say; notices go to standard error, even when it is quiet. */
export function loadRunData(
  config: Pick<RunConfig, 'data' | 'seed' | 'trainImages' | 'testImages'>,
  signal: AbortSignal,
): Promise<LoadedData> {
  return loadData({
    data: config.data,
    seed: config.seed,
    limits: { training: config.trainImages, test: config.testImages },
    cacheFolder: defaultCacheFolder(process.env),
    environment: process.env,
    signal,
    onNotice: (notice) => process.stderr.write(formatNotice(notice)),
  });
}
