import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DataError } from './data-error.js';

/** One picture of a data folder. */
export interface ListedImage {
  readonly path: string;
  /** Without its folders. */
  readonly fileName: string;
  /** Name of the folder it lies in. */
  readonly className: string;
}

/** Pictures of a data folder: in two halves where it has `training` and `test`, else in one. */
export type ListedImages =
  | { readonly training: ListedImage[]; readonly test: ListedImage[] }
  | { readonly all: ListedImage[] };

const pictureName = /\.(png|jpe?g|webp)$/i;
const trainingNames = ['training', 'train'];
const form =
  'Give a folder with four IDX files, with training/ and test/ that hold one folder of pictures for each class, or with one folder of pictures for each class.';

/**
 * Lists a folder of images by class:
 * - `training/3/a.png`, `test/3/b.png` (`train` will do)
 * - `3/a.png`, without halves
 *
 * Pictures are in the order of their file names, and of their classes where those are equal: what
 * `lenet data export` wrote comes back in its order. Hidden files are passed over.
 *
 * @returns undefined where `folder` has neither folders nor pictures in it
 * @throws {DataError} when a half or all pictures are missing, or pictures lie outside the folders of classes
 */
export async function listImageFolder(folder: string): Promise<ListedImages | undefined> {
  const entries = await visibleEntries(folder);
  const stray = entries.find((entry) => !entry.isFolder && pictureName.test(entry.name));
  if (stray) {
    throw wrongForm(folder, `expected pictures in folders, one for each class, got "${stray.name}" outside`);
  }
  const folders = entries.filter((entry) => entry.isFolder).map(({ name }) => name);
  if (folders.length === 0) return undefined;
  const training = trainingNames.find((name) => folders.includes(name));
  if (training === undefined && !folders.includes('test')) return { all: await listClasses(folder) };
  if (training === undefined || !folders.includes('test')) {
    const [there, missing] = training === undefined ? ['test', 'training'] : [training, 'test'];
    throw wrongForm(folder, `expected two halves, found ${there} without ${missing}`);
  }
  return {
    training: await listClasses(join(folder, training)),
    test: await listClasses(join(folder, 'test')),
  };
}

/** By code units: the same order on every machine. */
const compareNames = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

async function listClasses(folder: string): Promise<ListedImage[]> {
  const images: ListedImage[] = [];
  for (const entry of await visibleEntries(folder)) {
    if (!entry.isFolder) {
      if (!pictureName.test(entry.name)) continue;
      throw wrongForm(
        folder,
        `expected pictures in folders, one for each class, got "${entry.name}" outside`,
      );
    }
    const path = join(folder, entry.name);
    for (const file of await visibleEntries(path)) {
      if (!pictureName.test(file.name)) continue;
      images.push({ path: join(path, file.name), fileName: file.name, className: entry.name });
    }
  }
  if (images.length === 0) {
    throw wrongForm(folder, 'expected PNG, JPEG or WebP pictures in folders, one for each class, found none');
  }
  return images.sort(
    (a, b) => compareNames(a.fileName, b.fileName) || compareNames(a.className, b.className),
  );
}

interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

async function visibleEntries(folder: string): Promise<Entry[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return await Promise.all(
      entries
        .filter(({ name }) => !name.startsWith('.'))
        .map(async (entry) => ({
          name: entry.name,
          isFolder: entry.isSymbolicLink()
            ? (await stat(join(folder, entry.name))).isDirectory()
            : entry.isDirectory(),
        })),
    );
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    throw wrongForm(folder, `cannot be read (${code})`, cause);
  }
}

function wrongForm(folder: string, reason: string, cause?: unknown): DataError {
  return new DataError({ subject: `Data folder "${folder}"`, file: folder, reason, remedy: form, cause });
}
