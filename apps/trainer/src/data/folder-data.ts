import { basename, resolve } from 'node:path';
import { idxData } from './idx-data.js';
import { readIdxFolder } from './idx-folder.js';
import type { ImageLimits, LoadedData } from './loaded-data.js';
import { differenceFromPublished, fileRoles, type PublishedFiles } from './published-files.js';
import { fileError } from './stored-file.js';

/**
 * Any set of four IDX files: MNIST itself, or another of that form, such as Fashion-MNIST.
 *
 * @param folder relative to the current directory
 * @throws {DataError} when folder or files are missing, damaged or do not belong together
 */
export async function folderData(
  folder: string,
  published: PublishedFiles,
  limits: ImageLimits,
): Promise<Omit<LoadedData, 'notices'>> {
  const path = resolve(folder);
  const fileRemedy = 'Put the right file, whole, in its place.';
  const files = await readIdxFolder(
    {
      path,
      subject: `Data folder "${folder}"`,
      folderRemedy: 'Give "auto", "mnist", "synthetic" or a folder with the four files.',
      fileRemedy,
    },
    publishedNames(published),
  );
  const otherTitle = `IDX files in "${basename(path)}" (not MNIST)`;
  return idxData(files, { published, otherTitle, origin: `folder "${path}"`, fileRemedy }, limits);
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
