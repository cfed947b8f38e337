import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PictureError } from './picture-error.js';

/** Names of pictures and of IDX images; a folder may hold labels and other things too. */
const pictureName = /\.(png|jpe?g|webp)$|idx3-ubyte(\.gz)?$/i;

/**
 * The files that a name on the command line stands for: itself, or all pictures in a folder and the
 * folders in it, by name.
 *
 * @throws {PictureError} when a folder holds no pictures
 */
export async function listFiles(name: string): Promise<string[]> {
  if (name === '-') return [name];
  const isFolder = await stat(name).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isFolder) return [name];
  const entries = await readdir(name, { recursive: true, encoding: 'utf8' });
  const files = entries
    .filter((entry) => pictureName.test(entry))
    .map((entry) => join(name, entry))
    .sort();
  if (files.length > 0) return files;
  throw new PictureError({
    file: name,
    problem: 'expected a folder with PNG, JPEG, WebP or IDX image files, found none',
    remedy: 'Check the path.',
  });
}
