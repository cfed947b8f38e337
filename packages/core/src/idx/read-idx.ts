import type { IdxArray, IdxType } from './idx-array.js';
import { type IdxOptions, isGzip } from './idx-header.js';
import { type IdxSource, openBytes, openSource, requireSource } from './idx-source.js';
import { openIdx } from './open-idx.js';
import { parseIdx, toArray } from './parse-idx.js';

/**
 * Reads a whole IDX file from bytes or from a stream, gzip or not. The header comes first: a file that is
 * too large is refused before memory is taken, and a gzip archive gives no byte more than its header says.
 *
 * @param source
 * - bytes; where they are no archive this is `parseIdx`
 * - a web stream, e.g. `(await fetch(url)).body`, or an async iterable; it is closed when an error ends
 *   the reading
 * @param options.signal stops the reading of a stream. @default none
 * @throws {IdxFormatError} when the file is damaged, has other elements than `type`, or is larger than
 *   `maxBytes`
 * @throws {InvalidArgumentError} when the source is none of these, or gives chunks that are not bytes
 * @throws the reason of `signal`, or the error of the source
 * @example
 * import { encodeIdx, readIdx } from '@lenet/core';
 *
 * const file = new Blob([Uint8Array.from(encodeIdx({ dimensions: [2], values: Int8Array.of(-1, 1) }))]);
 * const { type, values } = await readIdx(file.stream().pipeThrough(new CompressionStream('gzip')));
 * console.log(type, values); // 'int8' and -1, 1
 */
export async function readIdx<Type extends IdxType = IdxType>(
  source: Uint8Array | IdxSource,
  { signal, ...options }: IdxOptions<Type> & { readonly signal?: AbortSignal | undefined } = {},
): Promise<IdxArray<Type>> {
  const isWhole = source instanceof Uint8Array;
  if (isWhole && !isGzip(source)) return parseIdx(source, options);
  if (!isWhole) requireSource(source);
  const file = await openIdx(isWhole ? openBytes(source) : openSource(source, signal), options);
  try {
    const { type, dimensions, headerLength, byteLength } = file.header;
    await file.read(headerLength);
    const elements = await file.read(byteLength - headerLength);
    await file.requireLength(headerLength + elements.length);
    return toArray(type, dimensions, elements);
  } finally {
    await file.close();
  }
}
