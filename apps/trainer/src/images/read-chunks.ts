import { open } from 'node:fs/promises';
import { PictureError } from './picture-error.js';

const CHUNK_BYTES = 64 * 1024;

const problems: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  EISDIR: 'expected a file, got a folder',
  EIO: 'the disk cannot read it',
  ELOOP: 'it is a link that leads back to itself',
  ERR_INVALID_ARG_VALUE: 'its name has a NUL character in it',
};

/**
 * The bytes of a file, piece by piece, with memory for one piece. It is closed when the reading ends, by an
 * error or `return` too.
 *
 * @param file path, of a pipe too, or `-` for standard input
 * @throws {PictureError} when it cannot be read
 */
export async function* readChunks(file: string): AsyncGenerator<Uint8Array, void, undefined> {
  if (file === '-') {
    yield* readStandardInput();
    return;
  }
  const handle = await orPictureError(file, open(file));
  try {
    const stats = await orPictureError(file, handle.stat());
    // Most pictures are read in one go, into no more memory than they need.
    const expected = stats.isFile() && stats.size > 0 ? stats.size : Number.POSITIVE_INFINITY;
    for (let position = 0; position < expected; ) {
      const chunk = new Uint8Array(Math.min(CHUNK_BYTES, expected - position));
      const { bytesRead } = await orPictureError(file, handle.read(chunk));
      if (bytesRead === 0) return;
      position += bytesRead;
      yield chunk.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

async function* readStandardInput(): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    // A Buffer's `slice` shares its memory where that of a Uint8Array copies.
    for await (const { buffer, byteOffset, length } of process.stdin as AsyncIterable<Buffer>) {
      yield new Uint8Array(buffer, byteOffset, length);
    }
  } catch (cause) {
    throw toPictureError('-', cause);
  }
}

async function orPictureError<Value>(file: string, result: Promise<Value>): Promise<Value> {
  try {
    return await result;
  } catch (cause) {
    throw toPictureError(file, cause);
  }
}

/** What the system says of a file or folder, as an error of this program; any other error as it is. */
export function toPictureError(file: string, cause: unknown): unknown {
  const { code } = cause as NodeJS.ErrnoException;
  if (code === undefined) return cause;
  // What is read from a folder in another encoding does not lead back to the file.
  const remedy = file.includes('\ufffd')
    ? 'Its name is not in UTF-8: rename it.'
    : code === 'ERR_INVALID_ARG_VALUE'
      ? 'If names end with NUL in the list, say so with --null.'
      : 'Check the path.';
  return new PictureError({ file, problem: problems[code] ?? `it cannot be read (${code})`, remedy, cause });
}
