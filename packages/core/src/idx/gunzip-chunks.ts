import { IdxFormatError } from '../errors/idx-format-error.js';
import type { ChunkSource } from './idx-source.js';

/**
 * Compressed bytes that are given to the decompressor at a time. Browsers inflate what they are given at
 * once, to 1032 times its size at worst: 16.9 MB.
 */
const PIECE_BYTES = 16 * 1024;

/**
 * Decompresses gzip, chunk by chunk. Bytes after the end of the archive are an error, save on Node 20, whose
 * decompressor lets some of them pass.
 *
 * @param file name, for the error
 * @returns chunks whose `next` rejects with an IdxFormatError when the archive is damaged or cut short,
 *   and with what `compressed.next` rejects with
 */
export function gunzipChunks(compressed: ChunkSource, file: string): ChunkSource {
  let sourceFailure: { readonly error: unknown } | undefined;
  let chunk: Uint8Array | undefined = new Uint8Array();
  const pieces = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      try {
        while (chunk?.length === 0) chunk = await compressed.next();
      } catch (error) {
        sourceFailure = { error };
        controller.error(error);
        return;
      }
      if (!chunk) {
        controller.close();
        return;
      }
      // A copy, as streams refuse shared memory.
      controller.enqueue(new Uint8Array(chunk.subarray(0, PIECE_BYTES)));
      chunk = chunk.subarray(PIECE_BYTES);
    },
  });
  const reader = pieces.pipeThrough(new DecompressionStream('gzip')).getReader();
  return {
    async next() {
      try {
        return (await reader.read()).value;
      } catch (cause) {
        if (sourceFailure) throw sourceFailure.error;
        throw new IdxFormatError({
          file,
          reason: 'gzip',
          expected: 'a whole gzip archive',
          received: 'one that is damaged or cut short',
          remedy: 'Get the file again.',
          cause,
        });
      }
    },
    async close() {
      const cancelled = reader.cancel().catch(() => {});
      await compressed.close();
      await cancelled;
    },
  };
}
