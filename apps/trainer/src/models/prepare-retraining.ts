import { isDeepStrictEqual } from 'node:util';
import { LenetError } from '@lenet/core';
import type { ModelManifest } from '@lenet/core/models';
import { loadRunData } from '../data/load-run-data.js';
import { type NumericVersions, numericVersions } from '../run/environment.js';
import { type RunConfig, resolveConfig } from '../run/run-config.js';
import { parseConfig } from '../settings/read-config-file.js';
import { runArchitecture } from '../settings/run-architecture.js';
import { describeData } from './describe-data.js';
import type { OpenedModel } from './open-model.js';

/** Why a model cannot be trained again here. */
export class RetrainingError extends LenetError {
  override readonly name = 'RetrainingError';
}

/** What is to be done to get the same weights. */
export interface Retraining {
  readonly name: string;
  readonly manifest: ModelManifest;
  readonly config: RunConfig;
  /** What a reader should know before. */
  readonly notices: readonly string[];
}

/**
 * The settings of the training that a manifest tells.
 *
 * @param options.data in place of what the manifest says
 * @param options.anyVersions whether other versions than those of the manifest will do
 * @param installed versions. @default those that are installed
 * @throws {RetrainingError} when nobody knows how the weights came to be, what trained them gives other bits on
 *   other machines, or other versions are installed
 * @throws {SettingsError} when this version does not know a setting
 */
export function prepareRetraining(
  { name, manifest }: Pick<OpenedModel, 'name' | 'manifest'>,
  { data, anyVersions }: { data?: string | undefined; anyVersions: boolean },
  installed: NumericVersions = numericVersions(),
): Retraining {
  if (!manifest) {
    throw new RetrainingError(
      `Model "${name}" has no manifest, so that nobody knows how it was trained. Give a model of @lenet/model-artifacts, or a model folder that "lenet train" or "lenet export" made.`,
    );
  }
  const { training, version } = manifest;
  if (!training.backend.includes('strict')) {
    throw new RetrainingError(
      `Model "${name}" ${version} was trained by ${training.backend}, whose last bits depend on the machine. Only weights of the engine's strict build can be made again to the last bit.`,
    );
  }
  const notices = versionNotices(`Model "${name}" ${version}`, training.versions, installed, anyVersions);
  const config = configOf(manifest, data);
  if (!isDeepStrictEqual(runArchitecture(config), manifest.architecture)) {
    throw new RetrainingError(
      `Model "${name}" ${version}: expected the network "${config.architecture}" of @lenet/core ${installed.core}, got another of that name in the manifest.`,
    );
  }
  return { name, manifest, config, notices };
}

function versionNotices(
  model: string,
  told: NumericVersions | undefined,
  installed: NumericVersions,
  anyVersions: boolean,
): string[] {
  const text = ({ core, engine }: NumericVersions) => `@lenet/core ${core} and @lenet/engine ${engine}`;
  if (!told) return [`${model} does not tell the versions that made it; here are ${text(installed)}.`];
  if (isDeepStrictEqual({ ...told }, { ...installed })) return [];
  const difference = `${model} was made with ${text(told)}; here are ${text(installed)}`;
  if (anyVersions) return [`${difference}, whose weights may differ.`];
  throw new RetrainingError(
    `${difference}. Install those versions, or see with --other-versions whether the weights are still the same.`,
  );
}

function configOf({ name, architecture, training }: ModelManifest, data: string | undefined): RunConfig {
  const { kind } = training.data;
  if (kind === 'idx' && data === undefined) {
    throw new RetrainingError(
      `Model "${name}" was trained on ${training.data.title}, which is nowhere to be had. Name the folder with --data.`,
    );
  }
  const { data: _data, ...options } = training.options;
  const settings = {
    ...options,
    recipe: training.recipe,
    architecture: architecture.name,
    seed: training.seed,
    data: data ?? kind,
  };
  const path = `manifest.json of ${name}`;
  return resolveConfig({}, { path, settings: parseConfig(JSON.stringify(settings), path) });
}

/**
 * Compares the images with those that a model was trained on, before time is spent on them.
 *
 * @throws {RetrainingError} when they are others
 */
export async function requireSameImages(
  { name, training }: ModelManifest,
  config: RunConfig,
  signal: AbortSignal,
): Promise<void> {
  const { identity } = await loadRunData(config, signal);
  const found = describeData(identity, 'training');
  const digests = ({ files }: ModelManifest['training']['data']) => files.map(({ sha256 }) => sha256);
  if (isDeepStrictEqual(digests(found), digests(training.data)) && found.count === training.data.count)
    return;
  throw new RetrainingError(
    `Model "${name}" was trained on ${training.data.count} images of ${training.data.title}, got ${found.count} of ${found.title} with other digests. Name the same images with --data.`,
  );
}
