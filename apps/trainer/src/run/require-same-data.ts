import { type DataIdentity, dataIdentityFields } from '../data/data-identity.js';
import type { RunFolder } from './run-folder.js';
import { RunFolderError } from './run-folder-error.js';

/**
 * The images that a run goes on with must be those that it was started with.
 *
 * @throws {RunFolderError} when they are others, or `data.json` is damaged
 */
export async function requireSameData(folder: RunFolder, identity: DataIdentity): Promise<void> {
  const earlier = await folder.readJson<DataIdentity>('data.json', dataIdentityFields);
  const digests = ({ kind, files, trainingCount, testCount }: DataIdentity) =>
    JSON.stringify([kind, files.map((file) => file.sha256), trainingCount, testCount]);
  if (digests(earlier) !== digests(identity)) {
    throw new RunFolderError({
      path: folder.path,
      message: `Run "${folder.path}" was started with other data: expected ${earlier.title} from ${earlier.origin}, got ${identity.title} from ${identity.origin}. Make the same data available, or start a new run.`,
    });
  }
}
