import { resolve } from 'node:path';
import { sizeText } from '../commands/size-text.js';
import type { Check, Finding } from './check.js';
import type { FolderAnswer } from './probe-folder.js';
import type { AskProbe } from './probe-request.js';

const section = 'Disk';

/** A run of the default recipe on MNIST has 3.2 MB; MNIST in the cache, 11.6 MB. */
const LEAST_FREE_BYTES = 50e6;

/** Where runs and downloads are written. */
export function folderChecks(
  ask: AskProbe,
  places: { readonly runsFolder: string; readonly cacheFolder: string },
): Check[] {
  const check = (fields: Pick<Check, 'id' | 'title' | 'isRequired'>, folder: string, remedy: string) => ({
    ...fields,
    section,
    async find() {
      const answer = await ask<FolderAnswer>({ kind: 'folder', folder });
      return findFolder(resolve(folder), answer, remedy, fields.isRequired ? 'bad' : 'note');
    },
  });
  return [
    check(
      { id: 'runs-folder', title: 'Runs', isRequired: true },
      places.runsFolder,
      'Choose another folder with --out.',
    ),
    check(
      { id: 'cache-folder', title: 'Cache' },
      places.cacheFolder,
      'Set LENET_CACHE_DIR to a folder that can be written; without it MNIST is downloaded each time.',
    ),
  ];
}

const problems: Record<string, string> = {
  EACCES: 'you may not write there (EACCES)',
  EPERM: 'you may not write there (EPERM)',
  EROFS: 'the file system is read-only (EROFS)',
  ENOSPC: 'the disk is full (ENOSPC)',
  EDQUOT: 'your quota is used up (EDQUOT)',
  ENOTDIR: 'a part of the path is a file (ENOTDIR)',
};

/** @param status of a folder that cannot be written */
export function findFolder(
  folder: string,
  answer: FolderAnswer,
  remedy: string,
  status: 'bad' | 'note',
): Finding {
  const { existingFolder, problem, freeBytes } = answer;
  const details = { folder, ...answer };
  const free = freeBytes === undefined ? '' : `, ${sizeText(freeBytes)} free`;
  if (problem !== undefined) {
    return { status, summary: `${folder}: ${problems[problem] ?? problem}${free}`, remedy, details };
  }
  if (freeBytes !== undefined && freeBytes < LEAST_FREE_BYTES) {
    return {
      status: 'note',
      summary: `${folder}: only ${sizeText(freeBytes)} free`,
      remedy: `Have ${sizeText(LEAST_FREE_BYTES)} free. ${remedy}`,
      details,
    };
  }
  const isThere = existingFolder === folder;
  return {
    status: 'good',
    summary: `${folder}: can be ${isThere ? 'written' : 'made'}${free}`,
    details,
  };
}
