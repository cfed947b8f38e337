import { orOutputError } from './or-output-error.js';
import { writeFileWhole } from './write-file-whole.js';

/**
 * Writes a file that the user asked for, whole or not at all.
 *
 * @throws {OutputError} when it cannot be written
 */
export async function writeOutputFile(path: string, content: string | Uint8Array): Promise<void> {
  await orOutputError(path, writeFileWhole(path, content));
}
