import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ModelManifest, parseManifest } from '@lenet/core/models';
import { artifactsFolder, installedModels } from './installed-models.js';

/**
 * Manifests of the weights that `@lenet/model-artifacts` brings, by name.
 *
 * @returns an empty list where the package is not installed
 * @throws {ManifestError} when a manifest of it is damaged
 */
export async function modelsOnRecord(): Promise<ModelManifest[]> {
  return Promise.all(
    installedModels().map(async (name) =>
      parseManifest(await readFile(join(artifactsFolder()!, name, 'manifest.json'), 'utf8')),
    ),
  );
}
