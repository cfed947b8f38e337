import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DataError } from './data-error.js';
import { unpack } from './unpack.js';

/** One of the four files, read from a folder. */
export interface StoredFile {
  /** As published, without `.gz`. */
  readonly name: string;
  readonly path: string;
  /** Decompressed. */
  readonly content: Uint8Array;
  readonly sha256: string;
}

const unusable: Record<string, string> = {
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  EISDIR: 'expected a file, got a folder',
  EIO: 'the disk cannot read it',
};

/**
 * Reads one file of a set under any name that it goes by, e.g. for `train-images-idx3-ubyte`:
 * - `train-images-idx3-ubyte` or `train-images-idx3-ubyte.gz`
 * - `train-images.idx3-ubyte` or `train-images.idx3-ubyte.gz`
 *
 * Where several are there, the first of this list counts.
 *
 * @param name as published, without `.gz`
 * @param remedy what to do when the file is damaged, as a sentence
 * @returns undefined where none of them is there
 * @throws {DataError} when the file cannot be read or decompressed
 */
export async function readStoredFile(
  folder: string,
  name: string,
  remedy: string,
): Promise<StoredFile | undefined> {
  const dotted = name.replace(/-(idx\d)/, '.$1');
  for (const candidate of [name, `${name}.gz`, dotted, `${dotted}.gz`]) {
    const path = join(folder, candidate);
    const bytes = await readIfThere(path, remedy);
    if (bytes === undefined) continue;
    const unpacked = await unpack(bytes);
    if (unpacked.problem !== undefined) throw fileError(path, unpacked.problem, remedy);
    return { name, path, content: unpacked.content, sha256: unpacked.sha256 };
  }
  return undefined;
}

/** A damaged or unusable file, as the user is told. */
export function fileError(path: string, reason: string, remedy: string, cause?: unknown): DataError {
  return new DataError({ subject: `Data file "${path}"`, file: path, reason, remedy, cause });
}

/** @returns what is at `path`; undefined where nothing is */
export async function kindOfPath(path: string): Promise<'folder' | 'file' | undefined> {
  const stats = await stat(path).catch(() => undefined);
  if (stats === undefined) return undefined;
  return stats.isDirectory() ? 'folder' : 'file';
}

async function readIfThere(path: string, remedy: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    if (code in unusable) throw fileError(path, `${unusable[code]} (${code})`, remedy, cause);
    throw cause;
  }
}
