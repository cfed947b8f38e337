import { mnistFiles } from '@lenet/core';
import { DataError } from '../data/data-error.js';
import { differenceFromPublished, fileRoles, type PublishedFile } from '../data/published-files.js';
import { kindOfPath, readStoredFile } from '../data/stored-file.js';

/** One of the four files of MNIST, as it was found. */
export interface FoundFile {
  /** As published, without `.gz`. */
  readonly name: string;
  readonly state: 'whole' | 'missing' | 'damaged';
  /** Of a damaged file: what is wrong with it. */
  readonly reason?: string;
}

/** What a folder holds of MNIST. */
export interface DataAnswer {
  readonly kind: 'folder' | 'file' | 'nothing';
  /** In the order of messages; empty where there is no folder. */
  readonly files: readonly FoundFile[];
}

/** Reads the four files of MNIST and compares their digests with the published ones; changes nothing. */
export async function probeData(
  folder: string,
  published: Readonly<Record<(typeof fileRoles)[number], PublishedFile>> = mnistFiles,
): Promise<DataAnswer> {
  const kind = (await kindOfPath(folder)) ?? 'nothing';
  if (kind !== 'folder') return { kind, files: [] };
  const files: FoundFile[] = [];
  for (const role of fileRoles) files.push(await findFile(folder, published[role]));
  return { kind, files };
}

async function findFile(folder: string, published: PublishedFile): Promise<FoundFile> {
  const { name } = published;
  try {
    const stored = await readStoredFile(folder, name, '');
    if (stored === undefined) return { name, state: 'missing' };
    const reason = differenceFromPublished(stored, published);
    return reason === undefined ? { name, state: 'whole' } : { name, state: 'damaged', reason };
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return { name, state: 'damaged', reason: error.reason };
  }
}
