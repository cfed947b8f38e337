import { LenetError } from '@lenet/core';

/** A file could not be downloaded from one address; another address may have it. */
export class DownloadError extends LenetError {
  override readonly name = 'DownloadError';
  readonly url: string;
  /** Part of a sentence, e.g. `HTTP status 404`. */
  readonly reason: string;
  /** Whether the server sent a response at all. */
  readonly isAnswered: boolean;
  /** How long it took until the answer, or until there was none, in milliseconds. */
  readonly waitedMs: number;

  constructor(fields: {
    url: string;
    reason: string;
    isAnswered: boolean;
    waitedMs: number;
    cause?: unknown;
  }) {
    super(`Download of "${fields.url}": ${fields.reason}. Try another mirror.`, { cause: fields.cause });
    this.url = fields.url;
    this.reason = fields.reason;
    this.isAnswered = fields.isAnswered;
    this.waitedMs = fields.waitedMs;
  }
}
