import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeFileWhole } from '../files/write-file-whole.js';
import { RunFolderError } from './run-folder-error.js';

/**
 * The folder of one run, `runs/<name>/`. Files are written whole: to a temporary name, then renamed;
 * only the event log grows line by line.
 */
export interface RunFolder {
  readonly path: string;
  /** @param name may lead into a folder, which is made */
  write(name: string, content: string | Uint8Array): Promise<void>;
  writeJson(name: string, value: unknown): Promise<void>;
  append(name: string, text: string): Promise<void>;
  /** @throws {RunFolderError} when the file is missing or is not JSON */
  readJson<Value>(name: string): Promise<Value>;
  has(name: string): boolean;
}

/**
 * Makes a new run folder.
 *
 * @param parent folder of all runs; made where it is missing
 * @param name of the new folder
 * @param isChosen whether the user chose the name: then an existing folder is an error; otherwise a
 *   number is added
 * @throws {RunFolderError} when it exists already or cannot be written
 */
export async function createRunFolder(parent: string, name: string, isChosen: boolean): Promise<RunFolder> {
  try {
    await makeFolders(parent);
    for (let attempt = 1; ; attempt++) {
      const path = join(parent, attempt === 1 ? name : `${name}-${attempt}`);
      if (existsSync(path)) {
        if (!isChosen) continue;
        throw new RunFolderError({
          path,
          message: `Run folder "${path}" exists already. Choose another --name, or go on with "lenet resume ${path}".`,
        });
      }
      await mkdir(path);
      return openFolder(path);
    }
  } catch (error) {
    throw explain(error, parent);
  }
}

/**
 * Opens the folder of an earlier run.
 *
 * @throws {RunFolderError} when it is not a run folder
 */
export function openRunFolder(path: string): RunFolder {
  const folder = openFolder(path);
  if (folder.has('config.json')) return folder;
  throw new RunFolderError({
    path,
    message: `"${path}" is not a run folder: expected a config.json in it. Give a folder that "lenet train" made, such as runs/<name>.`,
  });
}

/** Not `mkdir` with `recursive`: below a folder that cannot hold others, /proc say, it never ends. */
async function makeFolders(path: string): Promise<void> {
  if (existsSync(path)) return;
  await makeFolders(dirname(path));
  await mkdir(path);
}

function openFolder(path: string): RunFolder {
  async function guard<Value>(action: () => Promise<Value>): Promise<Value> {
    try {
      return await action();
    } catch (error) {
      throw explain(error, path);
    }
  }
  const write = (name: string, content: string | Uint8Array) =>
    guard(() => writeFileWhole(join(path, name), content));
  return {
    path,
    write,
    writeJson: (name, value) => write(name, `${JSON.stringify(value, null, 2)}\n`),
    append: (name, text) => guard(() => appendFile(join(path, name), text)),
    readJson: (name) =>
      guard(async () => {
        const file = join(path, name);
        const text = await readFile(file, 'utf8');
        try {
          return JSON.parse(text);
        } catch (cause) {
          throw new RunFolderError({
            path: file,
            cause,
            message: `File "${file}" is not JSON: ${(cause as Error).message}. It was changed by hand or damaged; start a new run.`,
          });
        }
      }),
    has: (name) => existsSync(join(path, name)),
  };
}

const remedies: Record<string, string> = {
  EACCES: 'You may not write there; choose another folder with --out.',
  EPERM: 'You may not write there; choose another folder with --out.',
  EROFS: 'The file system is read-only; choose another folder with --out.',
  ENOSPC: 'The disk is full; free some space. What was written before is whole.',
  ENOTDIR: 'A part of the path is a file; choose another folder with --out.',
  EEXIST: 'A part of the path is a file; choose another folder with --out.',
  ENOENT: 'It is missing; was the folder moved or deleted?',
};

function explain(error: unknown, path: string): unknown {
  const { code, path: failedPath } = error as NodeJS.ErrnoException;
  if (code === undefined || !(code in remedies)) return error;
  return new RunFolderError({
    path: failedPath ?? path,
    cause: error,
    message: `Run folder: cannot use "${failedPath ?? path}" (${code}). ${remedies[code]}`,
  });
}
