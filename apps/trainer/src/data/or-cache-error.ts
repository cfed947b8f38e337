import { DataError } from './data-error.js';

/**
 * Waits for something that is done to the cache.
 *
 * @param folder of the files
 * @param problem.done what it was to be, e.g. `written`
 * @param problem.remedy what the user can do, as a sentence
 * @throws {DataError} when the system refuses it
 */
export async function orCacheError<Value>(
  folder: string,
  work: Promise<Value>,
  problem: { done: string; remedy: string },
): Promise<Value> {
  try {
    return await work;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    throw new DataError({
      subject: `Data cache "${folder}"`,
      file: folder,
      reason: `cannot be ${problem.done} (${code})`,
      remedy: problem.remedy,
      cause,
    });
  }
}
