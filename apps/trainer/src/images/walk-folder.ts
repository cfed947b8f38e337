import type { Dirent } from 'node:fs';
import { opendir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LenetError } from '@lenet/core';
import type { ListedFile } from './listed-file.js';
import { PictureError } from './picture-error.js';
import { toPictureError } from './read-chunks.js';

/** Names of pictures and of IDX images; a folder may hold labels and other things too. */
const pictureName = /\.(png|jpe?g|webp)$|idx3-ubyte(\.gz)?$/i;

/**
 * All pictures in a folder and the folders in it. Hidden files are passed over. Links are followed, but not
 * into a folder that they lie in.
 *
 * @returns in the order of their paths, by code units: the same on every machine. What cannot be read is a
 *   problem in its place, and so is a folder without pictures.
 */
export async function* walkFolder(folder: string): AsyncGenerator<ListedFile, void, undefined> {
  let isEmpty = true;
  for await (const listed of walk(folder, [await realpath(folder)])) {
    isEmpty = false;
    yield listed;
  }
  if (!isEmpty) return;
  const problem = 'expected a folder with PNG, JPEG, WebP or IDX image files, found none';
  yield { problem: new PictureError({ file: folder, problem, remedy: 'Check the path.' }) };
}

/** @param chain real paths of the folder and of those on the way to it */
async function* walk(folder: string, chain: readonly string[]): AsyncGenerator<ListedFile, void, undefined> {
  let names: string[];
  try {
    names = await visibleNames(folder);
  } catch (error) {
    const problem = toPictureError(folder, error);
    if (!LenetError.isInstance(problem)) throw problem;
    yield { problem };
    return;
  }
  for (const name of names) {
    const path = join(folder, name);
    if (!name.endsWith('/')) {
      yield name.endsWith(NO_FILE) ? { problem: notRead(path.slice(0, -1)) } : { file: path };
      continue;
    }
    const inner = join(folder, name.slice(0, -1));
    const real = await realpath(inner);
    if (!chain.includes(real)) yield* walk(inner, [...chain, real]);
  }
}

/** Behind the name of a pipe or a device: reading one may never end. No name has a NUL in it. */
const NO_FILE = '\0';

function notRead(file: string): PictureError {
  const problem = 'expected a file, got a pipe or a device';
  return new PictureError({ file, problem, remedy: 'Name it by itself to read it.' });
}

/** Only names are kept, as there may be a hundred thousand: of folders with `/` behind them. */
async function visibleNames(folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const entry of await opendir(folder, { bufferSize: 1024 })) {
    if (entry.name.startsWith('.')) continue;
    const kind = await kindOf(folder, entry);
    if (kind === 'folder') names.push(`${entry.name}/`);
    else if (pictureName.test(entry.name)) names.push(kind === 'file' ? entry.name : entry.name + NO_FILE);
  }
  return names.sort();
}

async function kindOf(folder: string, entry: Dirent): Promise<'file' | 'folder' | 'other'> {
  const stats = entry.isSymbolicLink()
    ? // A link that leads nowhere is told when it is read.
      await stat(join(folder, entry.name)).catch(() => undefined)
    : entry;
  if (stats === undefined || stats.isFile()) return 'file';
  return stats.isDirectory() ? 'folder' : 'other';
}
