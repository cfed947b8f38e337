import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataError } from './data-error.js';
import { fileError } from './stored-file.js';

/** Labels are bytes. */
const LARGEST_COUNT = 256;
const remedy =
  'Give one name a line in classes.txt, or a list of names in classes.json, in the order of the labels.';

/**
 * Names of classes in the order of their labels, from one of these files in `folder`:
 * - `classes.txt`: one name a line, the first for label 0
 * - `classes.json`: a list of names, e.g. `["T-shirt/top", "Trouser"]`
 *
 * @returns undefined where neither is there
 * @throws {DataError} when a file does not hold from 1 to 256 different names
 */
export async function readClassNames(folder: string): Promise<string[] | undefined> {
  for (const [name, parse] of [
    ['classes.txt', parseLines],
    ['classes.json', parseList],
  ] as const) {
    const path = join(folder, name);
    const text = await readIfThere(path);
    if (text !== undefined) return checkNames(path, parse(path, text.replace(/^\ufeff/, '')));
  }
  return undefined;
}

function parseLines(_path: string, text: string): string[] {
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.trim());
}

function parseList(path: string, text: string): string[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw fileError(path, `expected JSON (${(cause as Error).message})`, remedy, cause);
  }
  if (Array.isArray(value) && value.every((name) => typeof name === 'string')) return value;
  throw fileError(path, `expected a list of texts, got ${JSON.stringify(value).slice(0, 60)}`, remedy);
}

function checkNames(path: string, names: string[]): string[] {
  const empty = names.indexOf('');
  if (empty !== -1) throw fileError(path, `expected a name for each label, got none for ${empty}`, remedy);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw fileError(path, `expected different names, got "${twice}" twice`, remedy);
  if (names.length >= 1 && names.length <= LARGEST_COUNT) return names;
  throw fileError(path, `expected 1 to ${LARGEST_COUNT} names, got ${names.length}`, remedy);
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new DataError({
      subject: `Data file "${path}"`,
      file: path,
      reason: `cannot be read (${code})`,
      remedy,
      cause,
    });
  }
}
