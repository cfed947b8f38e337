import { OutputError } from './output-error.js';
import { writeFileWhole } from './write-file-whole.js';

/**
 * Writes a file that the user asked for, whole or not at all.
 *
 * @throws {OutputError} when it cannot be written
 */
export async function writeOutputFile(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFileWhole(path, content);
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
