import type { DroppedFile } from './dropped-files';
import { findModelFolder } from './find-model-files';
import type { ModelSource } from './model-source';

/** Weights of a network that a page can read; larger ones are a mistake. */
const MOST_BYTES = 100_000_000;

/** What was given is no model that can be read here; the message is for the visitor. */
export class OwnModelProblem extends Error {}

/**
 * Reads and checks the visitor's own model, all of it, before it replaces another.
 *
 * @param files a run folder, or a model folder
 * @throws {OwnModelProblem}
 */
export async function readOwnModel(files: readonly DroppedFile[]): Promise<ModelSource> {
  const folder = findModelFolder(files.map(({ path }) => path));
  if (folder === undefined) {
    throw new OwnModelProblem(
      `Expected the folder of a run of "lenet train", or its model folder, with a manifest.json; got ${files.length} files without one.`,
    );
  }
  const own = files.filter(({ path }) => path.startsWith(folder) && !path.slice(folder.length).includes('/'));
  const size = own.reduce((sum, { file }) => sum + file.size, 0);
  if (size > MOST_BYTES) {
    throw new OwnModelProblem(
      `Model folder "${folder}": expected ${MOST_BYTES / 1e6} MB at most, got ${Math.round(size / 1e6)} MB.`,
    );
  }
  const contents: Record<string, Uint8Array> = {};
  for (const { path, file } of own) {
    contents[path.slice(folder.length)] = new Uint8Array(await file.arrayBuffer());
  }
  const source = { kind: 'own', name: 'your own', files: contents } as const;
  const { readModel } = await import('./read-model');
  try {
    const { manifest } = await readModel(source, location.href);
    return { ...source, name: manifest.name };
  } catch (error) {
    throw new OwnModelProblem(`Your model cannot be used. ${(error as Error).message}`);
  }
}
