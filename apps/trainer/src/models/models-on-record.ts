import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type ModelManifest, parseManifest } from '@lenet/core/models';

/**
 * Manifests of the weights that `@lenet/model-artifacts` brings, by name.
 *
 * @returns an empty list where the package is not installed
 * @throws {ManifestError} when a manifest of it is damaged
 */
export async function modelsOnRecord(): Promise<ModelManifest[]> {
  let folder: string;
  try {
    folder = join(
      dirname(createRequire(import.meta.url).resolve('@lenet/model-artifacts/package.json')),
      'models',
    );
  } catch {
    return [];
  }
  const names = (await readdir(folder)).sort();
  return Promise.all(
    names.map(async (name) => parseManifest(await readFile(join(folder, name, 'manifest.json'), 'utf8'))),
  );
}
