import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type LoadedModel, loadModelFolder } from '@lenet/core/models';
import { ModelNotFoundError } from './model-not-found-error.js';

/** The model that commands take where none is named. */
const defaultManifest = '@lenet/model-artifacts/lenet-report/manifest.json';

/**
 * Loads trained weights and checks them.
 *
 * @param path a run folder or a model folder. @default the model of `@lenet/model-artifacts`
 * @throws {ModelNotFoundError} when it is neither
 * @throws {ManifestError} when its manifest is not one
 * @throws {ModelFolderError} when a file is missing, damaged or changed
 */
export async function openModel(path?: string): Promise<LoadedModel & { readonly folder: string }> {
  const folder = path === undefined ? defaultModelFolder() : modelFolderOf(path);
  const model = await loadModelFolder((name) => readFile(join(folder, name)));
  return { ...model, folder };
}

function modelFolderOf(path: string): string {
  if (existsSync(join(path, 'manifest.json'))) return path;
  if (existsSync(join(path, 'model', 'manifest.json'))) return join(path, 'model');
  const found = existsSync(path) ? 'found neither in it' : 'there is no such folder';
  throw new ModelNotFoundError({
    path,
    message: existsSync(join(path, 'config.json'))
      ? `Run "${path}" has no model: it was not finished. Go on with "lenet resume ${path}".`
      : `Model "${path}": expected a folder with a manifest.json, or a run folder with model/manifest.json, ${found}. Give a folder that "lenet train" or "lenet export" made.`,
  });
}

function defaultModelFolder(): string {
  try {
    return dirname(createRequire(import.meta.url).resolve(defaultManifest));
  } catch (cause) {
    throw new ModelNotFoundError({
      path: defaultManifest,
      cause,
      message: `Model "${defaultManifest}" is not installed. Install @lenet/model-artifacts, or name a run folder or a model folder.`,
    });
  }
}
