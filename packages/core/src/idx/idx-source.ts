import { InvalidArgumentError } from '../errors/invalid-argument-error.js';

/**
 * Where the bytes of a file come from, in chunks of any size, gzip or not:
 * - a web stream, e.g. `(await fetch(url)).body` or `file.stream()`
 * - anything that can be iterated, e.g. Node's `createReadStream(path)`
 */
export type IdxSource = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** Chunks on demand. */
export interface ChunkSource {
  /** @returns undefined at the end */
  next(): Promise<Uint8Array | undefined>;
  /** Gives the rest up. Never rejects. */
  close(): Promise<void>;
}

/** @throws {InvalidArgumentError} when it is neither a web stream nor an async iterable */
export function requireSource(source: unknown): asserts source is IdxSource {
  if (isStream(source) || typeof (source as AsyncIterable<unknown>)?.[Symbol.asyncIterator] === 'function')
    return;
  throw new InvalidArgumentError({
    argument: 'source',
    received: source,
    message: `Argument "source": expected a ReadableStream or an AsyncIterable of Uint8Array, got ${describe(source)}.`,
  });
}

/**
 * @param signal ends a wait for the next chunk at once
 * @returns chunks whose `next` rejects with the error of the source, the reason of the signal, or an
 *   InvalidArgumentError for a chunk that is no Uint8Array
 */
export function openSource(source: IdxSource, signal: AbortSignal | undefined): ChunkSource {
  const iterator = isStream(source) ? iterateStream(source) : source[Symbol.asyncIterator]();
  let isOpen = true;
  let isReading = false;
  return {
    async next() {
      signal?.throwIfAborted();
      isReading = true;
      const { done, value } = await untilAborted(iterator.next(), signal);
      isReading = false;
      if (done) {
        isOpen = false;
        return undefined;
      }
      if (value instanceof Uint8Array) return value;
      throw new InvalidArgumentError({
        argument: 'source',
        received: value,
        message: `Argument "source": expected chunks of Uint8Array, got ${describe(value)}.`,
      });
    },
    async close() {
      if (!isOpen) return;
      isOpen = false;
      const closed = (async () => iterator.return?.())().catch(() => {});
      // An async generator answers only after the chunk that it still waits for, which may never come.
      if (!isReading) await closed;
    },
  };
}

/** All bytes as one chunk. */
export function openBytes(bytes: Uint8Array): ChunkSource {
  const chunks = [bytes];
  return { next: async () => chunks.pop(), close: async () => {} };
}

function describe(value: unknown): string {
  return value === null ? 'null' : typeof value;
}

function isStream(source: unknown): source is ReadableStream<Uint8Array> {
  return typeof (source as ReadableStream | undefined)?.getReader === 'function';
}

/** Not every browser can iterate its streams. */
function iterateStream(stream: ReadableStream<Uint8Array>): AsyncIterator<Uint8Array> {
  const reader = stream.getReader();
  return {
    next: () => reader.read() as Promise<IteratorResult<Uint8Array>>,
    async return() {
      await reader.cancel();
      return { done: true, value: undefined };
    },
  };
}

function untilAborted<Result>(promise: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort);
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
