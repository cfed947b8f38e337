import { readdir } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { readClassNames } from './class-names.js';
import { idxData } from './idx-data.js';
import { readIdxFolder } from './idx-folder.js';
import type { ImageFolderOptions } from './image-folder.js';
import { listImageFolder } from './list-image-folder.js';
import type { ImageLimits, LoadedData } from './loaded-data.js';
import { differenceFromPublished, fileRoles, type PublishedFiles } from './published-files.js';
import { fileError, kindOfPath } from './stored-file.js';

/**
 * Images of a folder that the user named:
 * - four IDX files: MNIST itself, or another set of that form, such as Fashion-MNIST; names of the classes
 *   may lie beside them in `classes.txt` or `classes.json`
 * - pictures by class, see `imageFolderData`
 *
 * @param folder relative to the current directory
 * @throws {DataError} when folder or files are missing, damaged or do not belong together
 * @throws {PictureError} when a picture is damaged
 * @throws the reason of the signal when it is aborted
 */
export async function folderData(
  folder: string,
  options: ImageFolderOptions,
): Promise<Omit<LoadedData, 'notices'>> {
  const { published, limits } = options;
  const path = resolve(folder);
  if ((await kindOfPath(path)) === 'folder' && !(await hasIdxFile(path, published))) {
    const listed = await listImageFolder(path);
    if (listed) {
      // Only pictures need their decoder.
      const { imageFolderData } = await import('./image-folder.js');
      return imageFolderData(path, listed, options);
    }
  }
  const fileRemedy = 'Put the right file, whole, in its place.';
  const files = await readIdxFolder(
    {
      path,
      subject: `Data folder "${folder}"`,
      folderRemedy:
        'Give "auto", "mnist", "synthetic", a folder with the four files, or one with a folder of pictures for each class.',
      fileRemedy,
    },
    publishedNames(published),
  );
  const otherTitle = `IDX files in "${basename(path)}" (not MNIST)`;
  const classes = await readClassNames(path);
  const description = { published, otherTitle, origin: `folder "${path}"`, fileRemedy, classes };
  return idxData(files, description, limits);
}

async function hasIdxFile(path: string, published: PublishedFiles): Promise<boolean> {
  // A dot may stand for the dash before "idx".
  const names = Object.values(published).map(({ name }) => name.replace(/-idx\d.*$/, ''));
  return (await readdir(path)).some((entry) => names.some((name) => entry.startsWith(name)));
}

/**
 * The published set from the folder that `LENET_DATA_DIR` names.
 *
 * @throws {DataError} as `folderData`, and when a file is not the published one
 */
export async function environmentData(
  folder: string,
  published: PublishedFiles,
  limits: ImageLimits,
): Promise<Omit<LoadedData, 'notices'>> {
  const path = resolve(folder);
  const fileRemedy = 'Put the published file of MNIST in its place, or unset LENET_DATA_DIR.';
  const files = await readIdxFolder(
    {
      path,
      subject: `LENET_DATA_DIR "${folder}"`,
      folderRemedy: 'Set it to a folder with the four files of MNIST, or unset it.',
      fileRemedy,
    },
    publishedNames(published),
  );
  const origin = `folder "${path}" (LENET_DATA_DIR)`;
  const data = await idxData(files, { published, otherTitle: '', origin, fileRemedy }, limits);
  for (const role of fileRoles) {
    const difference = differenceFromPublished(files[role], published[role]);
    if (difference === undefined) continue;
    throw fileError(
      files[role].path,
      difference,
      `LENET_DATA_DIR is for MNIST only: put the published file in its place, or give other data with "--data ${folder}".`,
    );
  }
  return data;
}

function publishedNames(published: PublishedFiles) {
  return {
    trainingImages: published.trainingImages.name,
    trainingLabels: published.trainingLabels.name,
    testImages: published.testImages.name,
    testLabels: published.testLabels.name,
  };
}
