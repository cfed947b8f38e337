import { type ByteReader, createByteReader } from './byte-reader.js';
import { gunzipChunks } from './gunzip-chunks.js';
import { describeArray, type IdxType } from './idx-array.js';
import { type IdxHeader, type IdxOptions, isGzip, lengthError, readIdxHeader } from './idx-header.js';
import type { ChunkSource } from './idx-source.js';

/** A file whose header is known. */
export interface OpenIdx<Type extends IdxType> extends ByteReader {
  readonly header: IdxHeader<Type>;
  /**
   * @param readCount bytes of the decompressed file that were read, where they may be too few; after the
   *   last one, that there are no more is read as well
   * @throws {IdxFormatError} when the file ended too early, or goes on after its end
   */
  requireLength(readCount: number): Promise<void>;
}

/**
 * Opens a file, gzip or not; its header can still be read. Where this fails the source is closed.
 *
 * @throws {IdxFormatError} when the header is damaged, or says more than `maxBytes`
 */
export async function openIdx<Type extends IdxType = IdxType>(
  source: ChunkSource,
  options: IdxOptions<Type>,
): Promise<OpenIdx<Type>> {
  const { name = 'input' } = options;
  let reader = createByteReader(source);
  try {
    if (isGzip(await reader.peek(2))) reader = createByteReader(gunzipChunks(reader, name));
    const [, , , rank = 0] = await reader.peek(4);
    const header = readIdxHeader(await reader.peek(4 + 4 * rank), options);
    return {
      ...reader,
      header,
      async requireLength(readCount) {
        const what = describeArray(header.type, header.dimensions);
        const { byteLength } = header;
        if (readCount < byteLength) throw lengthError(name, what, byteLength, readCount);
        if ((await reader.peek(1)).length > 0)
          throw lengthError(name, what, byteLength, readCount + 1, 'more');
      },
    };
  } catch (error) {
    await reader.close();
    throw error;
  }
}
