import { existsSync, statSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isTemporaryFile, writeFileWhole } from '../files/write-file-whole.js';
import { explainSweepFolder } from '../sweep/sweep-folder.js';
import { RunFolderError } from './run-folder-error.js';
import { isLockFile, lockRunFolder, type RunLock } from './run-lock.js';

/**
 * The folder of one run, `runs/<name>/`. Files are written whole: to a temporary name, then renamed;
 * only the event log grows line by line. A new folder is this process's own; one that is opened is to be
 * locked before anything is written.
 */
export interface RunFolder {
  readonly path: string;
  /** @param name may lead into a folder, which is made */
  write(name: string, content: string | Uint8Array): Promise<void>;
  writeJson(name: string, value: unknown): Promise<void>;
  /** On the disk when it is done, so that no checkpoint is newer than the log. */
  append(name: string, text: string): Promise<void>;
  read(name: string): Promise<Uint8Array>;
  /**
   * @param fields those that the object must have, and what they must be
   * @throws {RunFolderError} when the file is missing, is not JSON, or a field is not what it must be
   */
  readJson<Value>(name: string, fields: JsonFields<Value>): Promise<Value>;
  has(name: string): boolean;
  remove(name: string): Promise<void>;
  /** A file of the new name is replaced. */
  rename(name: string, newName: string): Promise<void>;
  /**
   * Keeps other processes from writing, and removes what a killed one left half-written.
   *
   * @param say takes a line for the user, where it must wait
   * @throws {RunFolderError} when another process works on the run
   */
  lock(say?: (line: string) => void): Promise<void>;
  /** Lets other processes go on with the run. */
  release(): void;
}

/** What the fields of a JSON object must be, by their names. */
export type JsonFields<Value> = { readonly [Name in keyof Value]?: 'string' | 'number' | 'object' | 'array' };

/**
 * Makes a new run folder, and locks it.
 *
 * @param parent folder of all runs; made where it is missing
 * @param name of the new folder
 * @param isChosen whether the user chose the name: then an existing folder is an error, unless nothing is
 *   in it; otherwise a number is added
 * @throws {RunFolderError} when it exists already or cannot be written
 */
export async function createRunFolder(parent: string, name: string, isChosen: boolean): Promise<RunFolder> {
  try {
    await makeFolders(parent);
    for (let attempt = 1; ; attempt++) {
      const path = join(parent, attempt === 1 ? name : `${name}-${attempt}`);
      const isNew = await makeFolder(path);
      if (!isNew && !isChosen) continue;
      const folder = openFolder(path);
      if (isNew || (await isBare(path))) {
        await folder.lock();
        // Another process may have been quicker, and be done.
        if (isNew || (await isBare(path))) return folder;
        folder.release();
      }
      throw new RunFolderError({
        path,
        message: `Run folder "${path}" exists already. Choose another --name, or go on with "lenet resume ${path}".`,
      });
    }
  } catch (error) {
    throw explain(error, parent, { ENOENT: 'No folder can be made there; choose another with --out.' });
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
    message:
      explainSweepFolder(path) ??
      `"${path}" is not a run folder: expected a config.json in it. Give a folder that "lenet train" made, such as runs/<name>.`,
  });
}

/**
 * Opens a folder that is worked on by several calls, and locks it; makes it where it is missing.
 *
 * @param marker name of a file that such a folder has
 * @param content of the marker, where the folder is new
 * @throws {RunFolderError} when there is something else in the folder, or it cannot be written
 */
export async function openOrCreateFolder(
  parent: string,
  name: string,
  marker: string,
  content: unknown,
): Promise<RunFolder> {
  const folder = await openPlainFolder(parent, name);
  const { path } = folder;
  await folder.lock();
  if (folder.has(marker)) return folder;
  if (await isBare(path)) {
    await folder.writeJson(marker, content);
    return folder;
  }
  folder.release();
  throw new RunFolderError({
    path,
    message: `Folder "${path}": expected nothing in it, or a ${marker}, got other files. Choose another --name.`,
  });
}

/**
 * A folder that several processes write into at once, each its own files; made where it is missing. Not locked.
 *
 * @throws {RunFolderError} when it cannot be made
 */
export async function openPlainFolder(parent: string, name: string): Promise<RunFolder> {
  const path = join(parent, name);
  try {
    await makeFolders(path);
  } catch (error) {
    throw explain(error, parent, { ENOENT: 'No folder can be made there; choose another with --out.' });
  }
  return openFolder(path);
}

/** Not `mkdir` with `recursive`: below a folder that cannot hold others, /proc say, it never ends. */
async function makeFolders(path: string): Promise<void> {
  if (existsSync(path)) return;
  await makeFolders(dirname(path));
  await makeFolder(path);
}

/** @returns whether it was made: not where a folder of that name is, perhaps since a moment ago */
async function makeFolder(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return false;
    throw error;
  }
}

/** @returns whether there is nothing in the folder but what a run leaves that is killed as it begins */
async function isBare(path: string): Promise<boolean> {
  const names = await readdir(path);
  return names.every((name) => isLockFile(name) || isTemporaryFile(name));
}

function openFolder(path: string): RunFolder {
  let lock: RunLock | undefined;
  async function guard<Value>(action: () => Promise<Value>): Promise<Value> {
    try {
      return await action();
    } catch (error) {
      throw explain(error, path);
    }
  }
  const guardChange = (action: () => Promise<void>) =>
    guard(async () => {
      lock?.check();
      await action();
    });
  const write = (name: string, content: string | Uint8Array) =>
    guardChange(() => writeFileWhole(join(path, name), content));
  return {
    path,
    write,
    writeJson: (name, value) => write(name, `${JSON.stringify(value, null, 2)}\n`),
    append: (name, text) => guardChange(() => appendToFile(join(path, name), text)),
    read: (name) => guard(() => readFile(join(path, name))),
    readJson: (name, fields) =>
      guard(async () => parseJson(join(path, name), await readFile(join(path, name), 'utf8'), fields)),
    has: (name) => existsSync(join(path, name)),
    remove: (name) => guardChange(() => rm(join(path, name), { force: true })),
    rename: (name, newName) => guardChange(() => rename(join(path, name), join(path, newName))),
    lock: (say) =>
      guard(async () => {
        lock = await lockRunFolder(path, say && { say });
        await removeTemporaryFiles(path);
      }),
    release: () => lock?.release(),
  };
}

async function appendToFile(path: string, text: string): Promise<void> {
  const handle = await open(path, 'a');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Nobody else writes here now, so all of them were left by a process that was killed. */
async function removeTemporaryFiles(path: string): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) await removeTemporaryFiles(inner);
    else if (isTemporaryFile(entry.name)) await rm(inner, { force: true });
  }
}

function parseJson<Value>(file: string, text: string, fields: JsonFields<Value>): Value {
  const fail = (problem: string, cause?: unknown) =>
    new RunFolderError({
      path: file,
      cause,
      message: `File "${file}" ${problem}. It was changed by hand or damaged; start a new run.`,
    });
  let value: Value & Record<string, unknown>;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw fail(`is not JSON: ${(cause as Error).message}`, cause);
  }
  if (typeOf(value) !== 'object') throw fail(`is not an object: got ${truncated(value)}`);
  const problems = Object.entries(fields)
    .filter(([name, type]) => typeOf(value[name]) !== type)
    .map(([name, type]) => `expected "${name}" of type ${type}, got ${truncated(value[name])}`);
  if (problems.length > 0) throw fail(`is not what a run writes: ${problems.join('; ')}`);
  return value;
}

function typeOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

function truncated(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

const remedies: Record<string, string> = {
  EACCES: 'You may not write there; choose another folder with --out.',
  EPERM: 'You may not write there; choose another folder with --out.',
  EROFS: 'The file system is read-only; choose another folder with --out.',
  ENOSPC: 'The disk is full; free some space. What was written before is whole.',
  EDQUOT: 'The disk quota is used up; free some space. What was written before is whole.',
  ENOTDIR: 'A part of the path is a file; choose another folder with --out.',
  EEXIST: 'A part of the path is a file; choose another folder with --out.',
  ENOENT: 'It is missing; was the folder moved or deleted?',
  EISDIR: 'A folder is where a file should be; it was changed by hand. Start a new run.',
  EIO: 'The disk cannot be read or written; check it.',
};

/** @param special remedies that go before the usual ones */
function explain(error: unknown, path: string, special: Record<string, string> = {}): unknown {
  const { code, path: failedPath } = error as NodeJS.ErrnoException;
  const usual = special[code ?? ''] ?? remedies[code ?? ''];
  if (usual === undefined) return error;
  const canResume = (code === 'ENOSPC' || code === 'EDQUOT') && existsSync(join(path, 'config.json'));
  const remedy = canResume ? `${usual} Then go on with "lenet resume ${path}".` : usual;
  return new RunFolderError({
    path: failedPath ?? path,
    cause: error,
    message: `Run folder: cannot use "${failedPath ?? path}" (${code}). ${remedy}`,
  });
}
