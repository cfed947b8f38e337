import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { findArchitecture } from '@lenet/core';
import { loadModelFolder } from '@lenet/core/models';
import type { FileModel } from '../formats/file-model.js';
import { explainSweepFolder } from '../sweep/sweep-folder.js';
import { artifactsFolder, installedModels } from './installed-models.js';
import { ModelNotFoundError } from './model-not-found-error.js';

/** The model that commands take where none is named. */
const DEFAULT_MODEL = 'drawn-digits';

/** Trained weights, and where they were found. */
export interface OpenedModel extends FileModel {
  readonly name: string;
  /** Absent where the file is of another program. */
  readonly version?: string;
  /** Model folder, where it is one. */
  readonly folder?: string;
  /** Single file, where it is one. */
  readonly file?: string;
}

/**
 * Loads trained weights and checks them.
 *
 * @param path a run folder, a model folder or a model file; where there is none of that name, a model of
 *   `@lenet/model-artifacts`, by its name. @default `drawn-digits` of `@lenet/model-artifacts`
 * @param options.architecture name of the network, for files that hold weights alone
 * @throws {ModelNotFoundError} when it is none of these
 * @throws {ManifestError} when its manifest is not one
 * @throws {ModelFolderError} when a file is missing, damaged or changed
 */
export async function openModel(
  path?: string,
  { architecture }: { architecture?: string } = {},
): Promise<OpenedModel> {
  if (path !== undefined && isSingleFile(path)) {
    const { readModelFile } = await import('../formats/read-model-file.js');
    const model = await readModelFile(path, architecture ? findArchitecture(architecture) : undefined);
    const { name = nameOf(path), version } = model.manifest ?? {};
    return { ...model, name, ...(version && { version }), file: path };
  }
  const folder = path === undefined ? installedModelFolder(DEFAULT_MODEL) : modelFolderOf(path);
  const model = await loadModelFolder((name) => readFile(join(folder, name)));
  const { name, version } = model.manifest;
  return { ...model, name, version, folder };
}

/** Not `model.json` of a model folder, whose manifest tells more. */
function isSingleFile(path: string): boolean {
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  return isFile && !(basename(path) === 'model.json' && existsSync(join(dirname(path), 'manifest.json')));
}

/** `my-lenet` of `My LeNet.keras`. */
function nameOf(path: string): string {
  const words = basename(path, extname(path))
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.join('-') ?? 'model';
}

function modelFolderOf(path: string): string {
  if (existsSync(join(path, 'manifest.json'))) return path;
  if (basename(path) === 'model.json' && existsSync(path)) return dirname(path);
  if (existsSync(join(path, 'model', 'manifest.json'))) return join(path, 'model');
  const installed = installedModels();
  if (!existsSync(path) && installed.includes(path)) return installedModelFolder(path);
  const found = existsSync(path) ? 'found neither in it' : 'there is no such folder or file';
  const names =
    installed.length > 0 && /^[\w-]+$/.test(path) && !existsSync(path)
      ? ` Published models: ${installed.join(', ')}.`
      : '';
  throw new ModelNotFoundError({
    path,
    message: existsSync(join(path, 'config.json'))
      ? `Run "${path}" has no model: it was not finished. Go on with "lenet resume ${path}".`
      : (explainSweepFolder(path) ??
        `Model "${path}": expected a folder with a manifest.json, or a run folder with model/manifest.json, ${found}. Give a folder that "lenet train" or "lenet export" made, or a file: .onnx, .safetensors, .keras, .h5, or .json of TensorFlow.js.${names}`),
  });
}

function installedModelFolder(name: string): string {
  const folder = artifactsFolder();
  if (folder !== undefined) return join(folder, name);
  throw new ModelNotFoundError({
    path: name,
    message: `Model "${name}" is not installed. Install @lenet/model-artifacts, or name a run folder or a model folder.`,
  });
}
