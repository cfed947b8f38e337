import { gunzipIfNeeded, parseIdx } from '@lenet/core';
import { normalizeDigit } from '@lenet/core/images';
import { isGzip } from '../data/unpack.js';
import { type DigitPicture, SIDE } from './digit-picture.js';
import { PictureError } from './picture-error.js';

/** Whether bytes begin as an IDX file does, or a gzip archive, which pictures never come in otherwise. */
export function isIdx(bytes: Uint8Array): boolean {
  return isGzip(bytes) || (bytes[0] === 0 && bytes[1] === 0);
}

/**
 * The images of an IDX file: taken as they are, or normalised.
 *
 * @throws {IdxFormatError} when it is damaged
 * @throws {PictureError} when it holds no images, or images of another size are to be taken as they are
 */
export async function idxPictures(
  file: string,
  bytes: Uint8Array,
  isNormalized: boolean,
): Promise<DigitPicture[]> {
  const { dimensions, values } = parseIdx(await gunzipIfNeeded(bytes, { name: file }), {
    name: file,
    type: 'uint8',
  });
  const [count, height, width] = dimensions;
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
  return Array.from({ length: count }, (_, index) => {
    const pixels = values.subarray(index * height * width, (index + 1) * height * width);
    if (!isNormalized) return { file, index, pixels };
    return { file, index, pixels: normalizeDigit({ pixels, height, width }) ?? new Uint8Array(SIDE * SIDE) };
  });
}
