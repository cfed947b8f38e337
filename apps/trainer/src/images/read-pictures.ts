import type { InkImage } from '@lenet/core/images';
import type { DigitPicture, PictureOptions } from './digit-picture.js';
import { idxPictures, isIdx } from './idx-pictures.js';
import { PictureError } from './picture-error.js';
import { readChunks } from './read-chunks.js';

/** A larger picture is not read: a device may never end. */
const MOST_BYTES = 500_000_000;
/** Until so many bytes have come, nobody knows what a file is. */
const HEAD_BYTES = 16;

/** What a file holds: one digit, a picture with several, or those of an IDX file in batches. */
export type ReadPictures =
  | { readonly kind: 'digit'; readonly picture: DigitPicture }
  | { readonly kind: 'several'; readonly picture: InkPicture }
  | { readonly kind: 'batches'; readonly batches: AsyncGenerator<DigitPicture[], void, undefined> };

/** The ink of a whole picture. */
export interface InkPicture {
  readonly file: string;
  readonly ink: InkImage;
  /** Pixels of the picture in one of the ink. */
  readonly scale: number;
}

/**
 * Reads all pictures of one file. What it is, is told by its content, not by its name: PNG, JPEG, WebP,
 * or IDX, as it is or within gzip.
 *
 * @param file path, or `-` for standard input
 * @returns batches are read as they are asked for, and their errors come then
 * @throws {PictureError} when it cannot be read
 */
export async function readPictures(file: string, options: PictureOptions): Promise<ReadPictures> {
  const chunks = readChunks(file);
  const start = await readAtLeast(chunks, HEAD_BYTES);
  if (isIdx(start)) {
    return { kind: 'batches', batches: idxPictures(file, rejoined(start, chunks), options.normalizeIdx) };
  }
  const bytes = await readAll(file, start, chunks);
  if (bytes.length === 0) {
    throw new PictureError({ file, problem: 'expected a picture, got no bytes', remedy: 'Check the file.' });
  }
  // A fifth of a second of loading that IDX files do without.
  const { imageInk, imagePicture } = await import('./image-picture.js');
  if (options.several) return { kind: 'several', picture: { file, ...(await imageInk(file, bytes)) } };
  return { kind: 'digit', picture: await imagePicture(file, bytes, options.asIs) };
}

type Chunks = AsyncGenerator<Uint8Array, void, undefined>;

/** @returns fewer bytes where there are no more */
async function readAtLeast(chunks: Chunks, length: number): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  for (let readLength = 0; readLength < length; ) {
    const { value, done } = await chunks.next();
    if (done) break;
    read.push(value);
    readLength += value.length;
  }
  return joined(read);
}

async function readAll(file: string, start: Uint8Array, rest: Chunks): Promise<Uint8Array> {
  const read = [start];
  let length = start.length;
  for await (const chunk of rest) {
    read.push(chunk);
    length += chunk.length;
    if (length <= MOST_BYTES) continue;
    throw new PictureError({
      file,
      problem: `expected a picture of at most ${MOST_BYTES} bytes, got more`,
      remedy: 'Check the file.',
    });
  }
  return joined(read);
}

/** A Buffer's `slice` shares its memory where that of a Uint8Array copies. */
function joined(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0];
  const { buffer, byteOffset, length } = Buffer.concat(chunks);
  return new Uint8Array(buffer, byteOffset, length);
}

async function* rejoined(start: Uint8Array, rest: Chunks): Chunks {
  try {
    yield start;
    yield* rest;
  } finally {
    await rest.return();
  }
}
