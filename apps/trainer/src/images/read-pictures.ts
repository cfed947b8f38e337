import { readFile } from 'node:fs/promises';
import type { DigitPicture, PictureOptions } from './digit-picture.js';
import { idxPictures, isIdx } from './idx-pictures.js';
import { imagePicture } from './image-picture.js';
import { PictureError } from './picture-error.js';

/**
 * Reads all pictures of one file. What it is, is told by its content, not by its name: PNG, JPEG, WebP,
 * or IDX, as it is or within gzip.
 *
 * @param file path, or `-` for standard input
 * @throws {PictureError} when it cannot be read
 * @throws {IdxFormatError} when it is a damaged IDX file
 */
export async function readPictures(file: string, options: PictureOptions): Promise<DigitPicture[]> {
  const bytes = await readBytes(file);
  if (bytes.length === 0) {
    throw new PictureError({ file, problem: 'expected a picture, got no bytes', remedy: 'Check the file.' });
  }
  return isIdx(bytes)
    ? idxPictures(file, bytes, options.normalizeIdx)
    : [await imagePicture(file, bytes, options.asIs)];
}

const problems: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  EISDIR: 'expected a file, got a folder',
  EIO: 'the disk cannot read it',
};

async function readBytes(file: string): Promise<Uint8Array> {
  if (file === '-') {
    const chunks: Uint8Array[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk);
    return asPlainBytes(Buffer.concat(chunks));
  }
  try {
    return asPlainBytes(await readFile(file));
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    if (!(code in problems)) throw cause;
    throw new PictureError({ file, problem: problems[code], remedy: 'Check the path.', cause });
  }
}

/** A Buffer's `slice` shares its memory where that of a Uint8Array copies. */
function asPlainBytes({ buffer, byteOffset, length }: Buffer): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}
