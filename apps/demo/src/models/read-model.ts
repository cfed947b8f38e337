import { type LoadedModel, loadModelFolder } from '@lenet/core/models';
import type { ModelSource } from './model-source';

/**
 * Loads a network and checks all of it.
 *
 * @param siteUrl address of the site, with a final slash
 * @throws {ManifestError | ModelFolderError} when the model folder is not whole
 */
export async function readModel(source: ModelSource, siteUrl: string): Promise<LoadedModel> {
  if (source.kind === 'published') {
    return loadModelFolder(fetchFrom(new URL(source.path, siteUrl)), { weights: source.weights });
  }
  return loadModelFolder(async (name) => {
    const bytes = source.files[name];
    if (bytes === undefined) throw new Error('it is not there');
    return bytes;
  });
}

function fetchFrom(folder: URL) {
  return async (name: string): Promise<Uint8Array> => {
    const response = await fetch(new URL(name, folder));
    if (!response.ok) throw new Error(`status ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
}
