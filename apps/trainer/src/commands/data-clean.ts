// `lenet data clean`: says what is in the cache, asks, removes it.
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { defaultCacheFolder } from '../data/cache-folder.js';
import { type CacheEntry, listCachedFiles, removeCachedFiles } from '../data/cached-files.js';
import { orCacheError } from '../data/or-cache-error.js';
import { InterruptedError } from '../interrupted-error.js';
import { countedText } from '../report/number-text.js';
import { sizeText } from './size-text.js';

/** Options as commander gives them. */
export interface DataCleanCommandOptions {
  yes?: boolean;
  json?: boolean;
}

const removal = { done: 'removed', remedy: 'Check who may write to it.' };

/** @param refuse ends the command as wrong use, with a line that says why */
export async function runDataCleanCommand(
  options: DataCleanCommandOptions,
  refuse: (message: string) => never,
): Promise<void> {
  const cacheFolder = defaultCacheFolder(process.env);
  const folder = join(cacheFolder, 'mnist');
  const files = await orCacheError(folder, listCachedFiles(cacheFolder), removal);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const story = `${countedText(files.length, 'file')} (${sizeText(bytes)}) in ${folder}`;
  if (files.length > 0 && !options.yes) {
    if (!process.stdin.isTTY || !process.stderr.isTTY) {
      refuse(`error: ${story} would be removed; without a terminal to ask in, say so with --yes`);
    }
    if (!(await isConfirmed(story))) {
      process.stderr.write('Nothing was removed.\n');
      if (options.json) print(options, folder, []);
      return;
    }
  }
  await orCacheError(folder, removeCachedFiles(cacheFolder, files), removal);
  print(options, folder, files);
}

function print({ json }: DataCleanCommandOptions, folder: string, removed: readonly CacheEntry[]): void {
  const bytes = removed.reduce((sum, file) => sum + file.bytes, 0);
  if (json) {
    process.stdout.write(`${JSON.stringify({ folder, removed: removed.map(({ path }) => path), bytes })}\n`);
  } else if (removed.length > 0) {
    process.stdout.write(
      `Removed ${countedText(removed.length, 'file')} (${sizeText(bytes)}) from ${folder}\n`,
    );
  } else process.stdout.write(`Nothing to remove in ${folder}\n`);
}

async function isConfirmed(story: string): Promise<boolean> {
  const questions = createInterface({ input: process.stdin, output: process.stderr });
  const interrupted = new AbortController();
  questions.on('SIGINT', () => interrupted.abort());
  questions.on('close', () => interrupted.abort());
  try {
    const answer = await questions.question(`Remove ${story}? [y/N] `, { signal: interrupted.signal });
    return /^y(es)?$/i.test(answer.trim());
  } catch (cause) {
    if (!interrupted.signal.aborted) throw cause;
    throw new InterruptedError('Interrupted; nothing was removed.', { cause });
  } finally {
    questions.close();
  }
}
