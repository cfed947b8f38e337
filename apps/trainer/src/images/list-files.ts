import { stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import type { ListedFile } from './listed-file.js';
import { PictureError } from './picture-error.js';
import { walkFolder } from './walk-folder.js';

/**
 * The files that a name on the command line stands for, in the order of their names:
 * - a file, or `-`: itself
 * - a folder: all pictures in it and in the folders in it
 * - a pattern that the shell left as it is (`'scans/**\/*.png'`) and that is no file: all files that match
 *
 * @param options.hasPatterns whether patterns are known. @default true
 */
export async function* listFiles(
  name: string,
  { hasPatterns = true } = {},
): AsyncGenerator<ListedFile, void, undefined> {
  const stats = name === '-' ? undefined : await stat(name).catch(() => undefined);
  if (stats?.isDirectory()) yield* walkFolder(name);
  else if (stats || !hasPatterns || !/[*?[{(]/.test(name)) yield { file: name };
  else yield* matchingFiles(name);
}

async function* matchingFiles(name: string): AsyncGenerator<ListedFile, void, undefined> {
  const { glob, isDynamicPattern } = await import('tinyglobby');
  // The shell of Windows leaves patterns to the program, and its paths have backslashes.
  const pattern = process.platform === 'win32' ? name.replaceAll('\\', '/') : name;
  if (!isDynamicPattern(pattern)) {
    yield { file: name };
    return;
  }
  const files = await glob(pattern, { absolute: isAbsolute(name), expandDirectories: false });
  for (const file of files.sort()) yield { file };
  if (files.length > 0) return;
  const problem = 'expected a pattern that files match, found none';
  yield {
    problem: new PictureError({
      file: name,
      problem,
      remedy: 'Check the path; "**" stands for folders in folders.',
    }),
  };
}
