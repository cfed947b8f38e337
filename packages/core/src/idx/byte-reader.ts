import type { ChunkSource } from './idx-source.js';

/** Memory that is taken before any byte of a read has come. */
const FIRST_BYTES = 64 * 1024;

/** Reads as many bytes as are wanted, whatever the chunks. */
export interface ByteReader extends ChunkSource {
  /** @returns the bytes that come next, which stay: at least `length`, or all that are left */
  peek(length: number): Promise<Uint8Array>;
  /** @returns the next `length` bytes, or all that are left, in memory of their own */
  read(length: number): Promise<Uint8Array>;
}

export function createByteReader(source: ChunkSource): ByteReader {
  let rest: Uint8Array = new Uint8Array();
  let largestRead = FIRST_BYTES;

  async function next() {
    if (rest.length === 0) return source.next();
    const chunk = rest;
    rest = new Uint8Array();
    return chunk;
  }

  return {
    next,
    close: () => source.close(),
    async peek(length) {
      while (rest.length < length) {
        const chunk = await source.next();
        if (!chunk) break;
        rest = rest.length === 0 ? chunk : resized(rest, rest.length + chunk.length, chunk);
      }
      return rest;
    },
    async read(length) {
      // Grows with what has come, as a header can promise more than the file has; fourfold, as each time
      // copies what is there.
      let bytes: Uint8Array = new Uint8Array(Math.min(length, largestRead));
      let filled = 0;
      while (filled < length) {
        const chunk = await next();
        if (!chunk) break;
        const part = chunk.subarray(0, length - filled);
        rest = chunk.subarray(part.length);
        const end = filled + part.length;
        if (end > bytes.length) bytes = resized(bytes, Math.min(length, Math.max(end, 4 * bytes.length)));
        bytes.set(part, filled);
        filled = end;
      }
      largestRead = Math.max(largestRead, filled);
      return bytes.subarray(0, filled);
    },
  };
}

/** @param end bytes to put after those that are there */
function resized(bytes: Uint8Array, length: number, end: Uint8Array = new Uint8Array()): Uint8Array {
  const result = new Uint8Array(length);
  result.set(bytes);
  result.set(end, bytes.length);
  return result;
}
