// MNIST from public mirrors, one after another, within one limit for all that do not answer.
import type { DataAttempt } from './data-error.js';
import { download } from './download.js';
import { DownloadError } from './download-error.js';
import { differenceFromPublished, type PublishedFile } from './published-files.js';
import { isGzip, unpack } from './unpack.js';

/** Folders with the four archives. Both hold the files of Y. LeCun, C. Cortes and C. J. C. Burges. */
export const publicMirrors: readonly string[] = [
  'https://ossci-datasets.s3.amazonaws.com/mnist/',
  'https://storage.googleapis.com/cvdf-datasets/mnist/',
];

/** How far a download is. */
export interface DownloadProgress {
  /** As published, without `.gz`. */
  readonly file: string;
  readonly url: string;
  readonly receivedBytes: number;
  /** Undefined where the server does not say. */
  readonly totalBytes: number | undefined;
}

export interface MirrorOptions {
  /** URLs of folders. @default publicMirrors */
  readonly mirrors?: readonly string[] | undefined;
  /**
   * Limit in milliseconds for connection and response headers, for all attempts that fail together.
   *
   * @default 10,000
   */
  readonly answerMs?: number | undefined;
  /** A body that pauses for so many milliseconds is dropped. @default 10,000 */
  readonly stallMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: DownloadProgress) => void) | undefined;
}

/** A downloaded file whose digest is right. */
export interface DownloadedFile {
  /** As the mirror sent it. */
  readonly bytes: Uint8Array;
  /** With `.gz` where `bytes` is an archive. */
  readonly archiveName: string;
  /** Decompressed. */
  readonly content: Uint8Array;
  readonly sha256: string;
  readonly url: string;
}

export interface Mirrors {
  /** Every failed attempt so far. */
  readonly attempts: readonly DataAttempt[];
  /**
   * @returns undefined where no mirror has the published file
   * @throws the reason of the signal when it is aborted
   */
  get(file: PublishedFile): Promise<DownloadedFile | undefined>;
}

/** What headers and trailers of gzip may add to a file that hardly compresses. */
const ARCHIVE_MARGIN_BYTES = 1024;

/**
 * Downloads files from the first mirror that has them. A mirror that does not answer is not asked
 * again, and one that sends something wrong is asked last for the files that follow. The time to wait
 * for an answer is shared out evenly among the mirrors that are left, so that a dead one cannot use up
 * all of it.
 */
export function openMirrors(options: MirrorOptions): Mirrors {
  const { answerMs = 10_000, stallMs = 10_000, signal, onProgress } = options;
  let mirrors = [...(options.mirrors ?? publicMirrors)];
  let answerMsLeft = answerMs;
  const attempts: DataAttempt[] = [];

  async function tryMirror(mirror: string, file: PublishedFile, limitMs: number): Promise<DownloadedFile> {
    const url = `${mirror.replace(/\/+$/, '')}/${file.name}.gz`;
    const bytes = await download({
      url,
      answerMs: limitMs,
      stallMs,
      maximumBytes: file.bytes + ARCHIVE_MARGIN_BYTES,
      signal,
      onBytes: (receivedBytes, totalBytes) =>
        onProgress?.({ file: file.name, url, receivedBytes, totalBytes }),
    });
    const unpacked = await unpack(bytes, file.bytes);
    const reason = unpacked.problem ?? differenceFromPublished(unpacked, file);
    if (unpacked.problem !== undefined || reason !== undefined) {
      throw new DownloadError({
        url,
        reason: `not the published file: ${reason}`,
        isAnswered: true,
        waitedMs: 0,
      });
    }
    const archiveName = isGzip(bytes) ? `${file.name}.gz` : file.name;
    return { bytes, archiveName, content: unpacked.content, sha256: unpacked.sha256, url };
  }

  return {
    attempts,
    async get(file) {
      const queue = [...mirrors];
      for (const [position, mirror] of queue.entries()) {
        try {
          return await tryMirror(mirror, file, answerMsLeft / (queue.length - position));
        } catch (error) {
          if (!(error instanceof DownloadError)) throw error;
          attempts.push({ source: error.url, reason: error.reason });
          mirrors = mirrors.filter((other) => other !== mirror);
          if (error.isAnswered) mirrors.push(mirror);
          answerMsLeft -= error.waitedMs;
        }
      }
      return undefined;
    },
  };
}
