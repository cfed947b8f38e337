import { OutputError } from './output-error.js';

/**
 * Waits for something that writes a file which the user asked for.
 *
 * @throws {OutputError} when the system refuses it
 */
export async function orOutputError(path: string, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    throw new OutputError({
      path,
      message: `File "${path}": cannot be written (${code}). Choose another place with --out.`,
      cause,
    });
  }
}
