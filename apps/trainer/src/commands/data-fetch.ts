// `lenet data fetch`: mirrors -> four files with the right digests -> cache.
import { defaultCacheFolder } from '../data/cache-folder.js';
import { formatNotice } from '../data/data-notice.js';
import { createDownloadDisplay } from '../data/download-display.js';
import { fillCache } from '../data/fill-cache.js';
import { countText } from '../report/number-text.js';
import { catchInterruption } from './interruption.js';
import { sizeText } from './size-text.js';

/** Options as commander gives them. */
export interface DataFetchCommandOptions {
  force?: boolean;
  mirror?: string[];
  json?: boolean;
}

export async function runDataFetchCommand(options: DataFetchCommandOptions): Promise<void> {
  const display = createDownloadDisplay();
  const { signal, release } = catchInterruption((line) => {
    display.clear();
    process.stderr.write(`${line}\n`);
  });
  const { folder, files } = await fillCache({
    cacheFolder: defaultCacheFolder(process.env),
    force: options.force ?? false,
    mirrors: options.mirror,
    signal,
    onProgress: display.show,
    onNotice: (notice) => process.stderr.write(formatNotice(notice)),
  }).finally(() => {
    display.clear();
    release();
  });
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ folder, files })}\n`);
    return;
  }
  const hosts = [...new Set(files.flatMap(({ host }) => host ?? []))];
  const downloaded = files.filter(({ host }) => host !== undefined).length;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const story =
    downloaded === 0
      ? 'is there already; --force downloads it again'
      : `${downloaded} of ${countText(files.length)} files downloaded from ${hosts.join(', ')}`;
  process.stdout.write(
    `MNIST: ${story}.\nCache: ${folder}, ${sizeText(bytes)}; all digests are the published ones.\n`,
  );
  if (process.env.LENET_DATA_DIR) {
    process.stderr.write(
      `Note: LENET_DATA_DIR is set; the commands read "${process.env.LENET_DATA_DIR}" and not the cache.\n`,
    );
  }
}
