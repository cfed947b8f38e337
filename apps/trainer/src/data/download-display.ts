import { createLogUpdate } from 'log-update';
import type { DownloadProgress } from './mirrors.js';

const MILLISECONDS_BETWEEN_FRAMES = 100;

/** Shows downloads while they go on. */
export interface DownloadDisplay {
  show(progress: DownloadProgress): void;
  /** Leaves the terminal ready for other lines. */
  clear(): void;
}

/** A line that is drawn over where the stream is a terminal, one line a file where it is not. */
export function createDownloadDisplay(
  stream: NodeJS.WriteStream = process.stderr,
  now = () => performance.now(),
): DownloadDisplay {
  if (!stream.isTTY) {
    let lastUrl = '';
    return {
      show({ url }) {
        if (url !== lastUrl) stream.write(`Downloading ${url}\n`);
        lastUrl = url;
      },
      clear() {},
    };
  }
  const update = createLogUpdate(stream, { showCursor: true });
  let lastFrameAt = Number.NEGATIVE_INFINITY;
  return {
    show(progress) {
      if (now() - lastFrameAt < MILLISECONDS_BETWEEN_FRAMES) return;
      lastFrameAt = now();
      update(progressText(progress));
    },
    clear() {
      update.clear();
    },
  };
}

/** `Downloading t10k-images-idx3-ubyte from example.org: 0.7 of 1.6 MB` */
export function progressText({ file, url, receivedBytes, totalBytes }: DownloadProgress): string {
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  const amount =
    totalBytes === undefined
      ? megabytes(receivedBytes)
      : `${megabytes(receivedBytes)} of ${megabytes(totalBytes)}`;
  return `Downloading ${file} from ${new URL(url).host}: ${amount} MB`;
}
