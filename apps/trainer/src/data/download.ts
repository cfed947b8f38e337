// One file over HTTP, with the two time limits that `fetch` lacks: until the answer, and between bytes.
import { DownloadError } from './download-error.js';

export interface DownloadRequest {
  readonly url: string;
  /** For the connection, redirects and response headers together, in milliseconds. */
  readonly answerMs: number;
  /** Longest pause between two pieces of the body, in milliseconds. */
  readonly stallMs: number;
  /** A longer body is dropped. */
  readonly maximumBytes: number;
  readonly signal?: AbortSignal | undefined;
  /** @param total what the server announced; undefined where it did not */
  readonly onBytes?: (received: number, total: number | undefined) => void;
}

/**
 * Downloads one file into memory; redirects are followed.
 *
 * @throws {DownloadError} when the server does not answer with status 200 and a whole body in time
 * @throws the reason of `signal` when it is aborted
 */
export async function download(request: DownloadRequest): Promise<Uint8Array> {
  const { url, answerMs, stallMs, signal } = request;
  signal?.throwIfAborted();
  const controller = new AbortController();
  const onAbort = () => controller.abort(signal?.reason);
  signal?.addEventListener('abort', onAbort, { once: true });
  const startedAt = performance.now();
  let answeredAt: number | undefined;
  let timeoutReason: string | undefined;
  const limit = (milliseconds: number, reason: () => string) =>
    setTimeout(() => {
      timeoutReason = reason();
      controller.abort();
    }, milliseconds);

  let timer = limit(answerMs, () => `no answer within ${seconds(answerMs)}`);
  try {
    const response = await fetch(url, {
      signal: controller.signal,
      // Otherwise a server may compress the archive once more.
      headers: { 'accept-encoding': 'identity' },
    });
    answeredAt = performance.now();
    clearTimeout(timer);
    if (response.status !== 200) fail(`HTTP status ${response.status}`);
    const announced = Number(response.headers.get('content-length') ?? Number.NaN);
    const total = Number.isFinite(announced) ? announced : undefined;

    const pieces: Uint8Array[] = [];
    let received = 0;
    const reader = response.body?.getReader();
    while (reader) {
      timer = limit(
        stallMs,
        () => `stalled: no bytes for ${seconds(stallMs)} after ${bytesOf(received, total)}`,
      );
      const { done, value } = await reader.read().catch((cause) => {
        if (controller.signal.aborted) throw cause;
        return fail(`cut short: the connection closed after ${bytesOf(received, total)}`, cause);
      });
      clearTimeout(timer);
      if (done) break;
      pieces.push(value);
      received += value.byteLength;
      if (received > request.maximumBytes) fail(`too long: more than ${bytesOf(request.maximumBytes)}`);
      request.onBytes?.(received, total);
    }
    return Buffer.concat(pieces);
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    if (cause instanceof DownloadError) throw cause;
    return fail(timeoutReason ?? connectionProblem(cause), cause);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
    // Closes the connection of a body that was not read to its end.
    controller.abort();
  }

  function fail(reason: string, cause?: unknown): never {
    const isAnswered = answeredAt !== undefined;
    const waitedMs = (answeredAt ?? performance.now()) - startedAt;
    throw new DownloadError({ url, reason, isAnswered, waitedMs, cause });
  }
}

const connectionProblems: Record<string, string> = {
  ENOTFOUND: 'host name not found',
  EAI_AGAIN: 'host name not found',
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection closed by the server',
  UND_ERR_SOCKET: 'connection closed by the server',
  ENETUNREACH: 'network not reachable',
  EHOSTUNREACH: 'host not reachable',
  ETIMEDOUT: 'connection timed out',
  UND_ERR_CONNECT_TIMEOUT: 'connection timed out',
};

/** `fetch` says only "fetch failed"; what happened is in its cause. */
function connectionProblem(error: unknown): string {
  const { cause } = error as { cause?: NodeJS.ErrnoException };
  const code = cause?.code ?? '';
  return connectionProblems[code] ?? (code || cause?.message || String(error));
}

const seconds = (milliseconds: number) => `${milliseconds / 1000} s`;

function bytesOf(received: number, total?: number): string {
  const count = received.toLocaleString('en');
  return total === undefined ? `${count} bytes` : `${count} of ${total.toLocaleString('en')} bytes`;
}
