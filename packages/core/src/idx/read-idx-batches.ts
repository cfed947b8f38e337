import { IdxFormatError } from '../errors/idx-format-error.js';
import { requireInteger } from '../errors/require-argument.js';
import { describeArray, type IdxArray, type IdxType } from './idx-array.js';
import type { IdxHeader, IdxOptions } from './idx-header.js';
import { type IdxSource, openSource, requireSource } from './idx-source.js';
import { openIdx } from './open-idx.js';
import { toArray } from './parse-idx.js';

/** Items that follow each other in a file; their `dimensions` begin with how many they are. */
export type IdxBatch<Type extends IdxType = IdxType> = IdxArray<Type> & {
  /** Of the whole file: the same in every batch. */
  readonly header: IdxHeader<Type>;
  /** Index of the first item of the batch in the file. */
  readonly start: number;
};

/** How to read a file in batches. */
export interface IdxBatchOptions<Type extends IdxType = IdxType>
  extends Pick<IdxOptions<Type>, 'name' | 'type'> {
  /** Items (entries of the first dimension) in a batch; the last batch may have fewer. @default 1000 */
  readonly batchSize?: number;
  /**
   * Largest batch, in bytes; a file whose batches would be larger is refused when its header is read. The
   * size of the file has no limit. @default 2^28 (256 MiB)
   */
  readonly maxBatchBytes?: number;
  /** Stops the reading, at once even where the source is slow. @default none */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads an IDX file, gzip or not, batch by batch: in memory is one batch and what the source gives at a
 * time. A file without elements has no batch.
 *
 * The source is read as batches are asked for, and closed when the iteration ends, by `break`, an error or
 * the signal too. A file that is cut short, or goes on after its end, is an error before its last batch.
 *
 * @param source a web stream, e.g. `(await fetch(url)).body`, or an async iterable of bytes
 * @returns batches whose values have memory of their own, to keep or to change
 * @throws {IdxFormatError} when the file is damaged, has other elements than `type`, or a batch is larger
 *   than `maxBatchBytes`
 * @throws {InvalidArgumentError} when `batchSize` is no whole number of 1 or more, the source is neither
 *   of these, or a chunk is not a Uint8Array
 * @throws the reason of `signal`, or the error of the source
 * @example
 * import { encodeIdx, readIdxBatches } from '@lenet/core';
 *
 * const bytes = encodeIdx({ dimensions: [3, 2], values: Uint8Array.of(1, 2, 3, 4, 5, 6) });
 * const source = new Blob([Uint8Array.from(bytes)]).stream();
 * for await (const { start, dimensions, values } of readIdxBatches(source, { batchSize: 2 })) {
 *   console.log(start, dimensions, values); // 0, [2, 2], 1 2 3 4; then 2, [1, 2], 5 6
 * }
 */
export function readIdxBatches<Type extends IdxType = IdxType>(
  source: IdxSource,
  options: IdxBatchOptions<Type> = {},
): AsyncGenerator<IdxBatch<Type>, void, undefined> {
  requireSource(source);
  requireInteger('batchSize', options.batchSize ?? 1000, 1);
  return generateBatches(source, options);
}

async function* generateBatches<Type extends IdxType>(
  source: IdxSource,
  { batchSize = 1000, maxBatchBytes = 2 ** 28, name = 'input', signal, ...rest }: IdxBatchOptions<Type>,
): AsyncGenerator<IdxBatch<Type>, void, undefined> {
  const file = await openIdx(openSource(source, signal), { ...rest, name, maxBytes: Infinity });
  try {
    const { header } = file;
    const { type, dimensions, headerLength, elementCount, byteLength } = header;
    const [count, ...itemDimensions] = dimensions;
    await file.read(headerLength);
    if (elementCount === 0) return await file.requireLength(byteLength);
    const itemBytes = (byteLength - headerLength) / count;
    const fullBatch = [Math.min(batchSize, count), ...itemDimensions];
    if (!(fullBatch[0] * itemBytes <= maxBatchBytes)) {
      throw new IdxFormatError({
        file: name,
        reason: 'limit',
        offset: 4,
        expected: `batches of at most ${maxBatchBytes} bytes`,
        received: `${fullBatch[0] * itemBytes} for ${describeArray(type, fullBatch)}`,
        remedy: 'Use a smaller batchSize, or set maxBatchBytes if an item is meant to be that large.',
      });
    }
    for (let start = 0; start < count; start += batchSize) {
      signal?.throwIfAborted();
      const end = Math.min(start + batchSize, count);
      const bytes = await file.read((end - start) * itemBytes);
      const readCount = headerLength + start * itemBytes + bytes.length;
      if (end === count || bytes.length < (end - start) * itemBytes) await file.requireLength(readCount);
      yield { ...toArray(type, [end - start, ...itemDimensions], bytes), header, start };
    }
  } finally {
    await file.close();
  }
}
