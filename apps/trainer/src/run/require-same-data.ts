import { type DataIdentity, dataIdentityFields } from '../data/data-identity.js';
import type { RunFolder } from './run-folder.js';
import { RunFolderError } from './run-folder-error.js';

/**
 * The images that a run goes on with, or is reported with, must be those that it was started with.
 *
 * @param identity without a mixture where nothing is trained
 * @returns the identity with the mixture that the run was started with
 * @throws {RunFolderError} when they are others, or `data.json` is damaged
 */
export async function requireSameData(folder: RunFolder, identity: DataIdentity): Promise<DataIdentity> {
  const earlier = await folder.readJson<DataIdentity>('data.json', dataIdentityFields);
  const mixture = identity.mixture ?? earlier.mixture;
  const digests = ({ kind, files, trainingCount, testCount, mixture }: DataIdentity) => {
    const digestsOfFiles = [...files, ...(mixture?.files ?? [])].map((file) => file.sha256);
    return JSON.stringify([kind, digestsOfFiles, trainingCount, testCount, mixture?.perEpoch]);
  };
  const whole = { ...identity, ...(mixture && { mixture }) };
  if (digests(earlier) !== digests(whole)) {
    throw new RunFolderError({
      path: folder.path,
      message: `Run "${folder.path}" was started with other data: expected ${earlier.title} from ${earlier.origin}, got ${identity.title} from ${identity.origin}. Make the same data available, or start a new run.`,
    });
  }
  return whole;
}
