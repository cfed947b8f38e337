import { DataError } from './data-error.js';
import { type FileRole, fileRoles } from './published-files.js';
import { kindOfPath, readStoredFile, type StoredFile } from './stored-file.js';

/** The four files of a set. */
export type StoredFiles = Readonly<Record<FileRole, StoredFile>>;

/** A folder that the user named, and how to speak of it. */
export interface NamedFolder {
  readonly path: string;
  /** How messages begin, e.g. `Data folder "digits"`. */
  readonly subject: string;
  /** What to do when the folder or a file in it is missing, as a sentence. */
  readonly folderRemedy: string;
  /** What to do when a file is damaged, as a sentence. */
  readonly fileRemedy: string;
}

/**
 * Reads the four files of a set from a folder; what they hold is not looked at.
 *
 * @param names of the files, without `.gz`
 * @throws {DataError} when folder or files are missing or cannot be read
 */
export async function readIdxFolder(
  folder: NamedFolder,
  names: Readonly<Record<FileRole, string>>,
): Promise<StoredFiles> {
  const fail = (found: string) =>
    new DataError({
      subject: folder.subject,
      file: folder.path,
      reason: `expected a folder with four IDX files (plain or .gz), ${found}`,
      remedy: folder.folderRemedy,
    });
  const kind = await kindOfPath(folder.path);
  if (kind === undefined) throw fail('found nothing of that name');
  if (kind === 'file') throw fail('got a file');

  const files: Partial<Record<FileRole, StoredFile>> = {};
  // Side by side: most of the time goes into decompressing, which has threads of its own.
  const read = await Promise.all(
    fileRoles.map((role) => readStoredFile(folder.path, names[role], folder.fileRemedy)),
  );
  for (const [index, role] of fileRoles.entries()) {
    const file = read[index];
    if (file) files[role] = file;
  }
  const missing = fileRoles.filter((role) => files[role] === undefined);
  if (missing.length > 0) throw fail(`missing ${missing.map((role) => names[role]).join(', ')}`);
  return files as StoredFiles;
}
