import { ModelFolderError } from '@lenet/core/models';

/**
 * A file of a network that cannot be used, as an error to throw.
 *
 * @param file its name, for people
 * @param problem as a clause without a full stop
 */
export function modelFileError(
  file: string,
  problem: string,
  { remedy = 'Make the file again with "lenet export".', cause }: { remedy?: string; cause?: unknown } = {},
): ModelFolderError {
  return new ModelFolderError({ file, problem, remedy, cause });
}
