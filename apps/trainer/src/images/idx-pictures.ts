import { IdxFormatError, readIdxBatches } from '@lenet/core';
import { normalizeDigit } from '@lenet/core/images';
import { isGzip } from '../data/unpack.js';
import { type DigitPicture, SIDE } from './digit-picture.js';
import { PictureError } from './picture-error.js';

const BATCH_SIZE = 256;
/** So that a batch of large images that are to be normalised needs 512 MiB at most. */
const LARGEST_SIDE = 1448;

/** Whether bytes begin as an IDX file does, or a gzip archive, which pictures never come in otherwise. */
export function isIdx(bytes: Uint8Array): boolean {
  return isGzip(bytes) || (bytes[0] === 0 && bytes[1] === 0 && bytes[2] >= 8 && bytes[2] <= 14);
}

/**
 * The images of an IDX file, gzip or not, taken as they are, or normalised; in memory is a batch of them.
 *
 * @param chunks of the file; closed when the iteration ends
 * @throws {IdxFormatError} when it is damaged
 * @throws {PictureError} when it holds no images, or images of another size are to be taken as they are
 */
export async function* idxPictures(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  isNormalized: boolean,
): AsyncGenerator<DigitPicture[], void, undefined> {
  const options = {
    name: file,
    type: 'uint8',
    batchSize: BATCH_SIZE,
    maxBatchBytes: BATCH_SIZE * LARGEST_SIDE ** 2,
  } as const;
  let isEmpty = true;
  try {
    for await (const { header, start, dimensions, values } of readIdxBatches(chunks, options)) {
      isEmpty = false;
      requireImages(file, header.dimensions, isNormalized);
      const [count, height, width] = dimensions;
      yield Array.from({ length: count }, (_, item) => {
        const index = start + item;
        const pixels = values.subarray(item * height * width, (item + 1) * height * width);
        if (!isNormalized) return { file, index, pixels };
        const normalized = normalizeDigit({ pixels, height, width });
        return { file, index, pixels: normalized ?? new Uint8Array(SIDE * SIDE) };
      });
    }
  } catch (cause) {
    if (!(cause instanceof IdxFormatError && cause.reason === 'limit')) throw cause;
    throw new PictureError({
      file,
      problem: `expected IDX images of at most ${LARGEST_SIDE}x${LARGEST_SIDE}, got larger ones`,
      remedy: 'Scale them first.',
      cause,
    });
  }
  if (!isEmpty) return;
  throw new PictureError({ file, problem: 'expected IDX images, got none', remedy: 'Check the file.' });
}

function requireImages(file: string, dimensions: readonly number[], isNormalized: boolean): void {
  const [, height, width] = dimensions;
  if (dimensions.length !== 3) {
    const kind = dimensions.length === 1 ? 'labels' : 'something else';
    throw new PictureError({
      file,
      problem: `expected IDX images [count, height, width], got ${kind} [${dimensions.join(', ')}]`,
      remedy: 'Give the file of the images.',
    });
  }
  if (!isNormalized && (height !== SIDE || width !== SIDE)) {
    throw new PictureError({
      file,
      problem: `expected IDX images of ${SIDE}x${SIDE}, got ${height}x${width}`,
      remedy: 'Let them be normalised with --normalize.',
    });
  }
}
