import { type IdxOptions, isGzip } from './idx-header.js';
import { openBytes } from './idx-source.js';
import { openIdx } from './open-idx.js';

/**
 * Decompresses an IDX file in a gzip archive, recognised by its first two bytes; other bytes are given
 * back as they are. Memory is taken for what the header in the archive says, never for more.
 *
 * @throws {IdxFormatError} when the archive is damaged, cut short, or holds anything but one IDX file of
 *   at most `maxBytes`, and of `type` where one is given
 * @example
 * import { encodeIdx, gunzipIfNeeded, parseIdx } from '@lenet/core';
 *
 * const bytes = encodeIdx({ dimensions: [2], values: Uint8Array.of(7, 4) }); // or gzip
 * console.log(parseIdx(await gunzipIfNeeded(bytes)).values); // 7, 4
 */
export async function gunzipIfNeeded(bytes: Uint8Array, options: IdxOptions = {}): Promise<Uint8Array> {
  if (!isGzip(bytes)) return bytes;
  const file = await openIdx(openBytes(bytes), options);
  try {
    const content = await file.read(file.header.byteLength);
    await file.requireLength(content.length);
    return content;
  } finally {
    await file.close();
  }
}
