// Options go over the file, the file over the recipe.
import { findRecipe, recipes } from '@lenet/core/training';
import type { RunConfig } from '../run/run-config.js';
import { applyAugmentationOptions } from './apply-augmentation-options.js';
import { applyOptimizerOptions } from './apply-optimizer-options.js';
import { applyScheduleOptions } from './apply-schedule-options.js';
import { applyStoppingOptions } from './apply-stopping-options.js';
import type { ChosenSettings } from './chosen-settings.js';
import { findConflicts } from './find-conflicts.js';
import type { ConfigFile } from './read-config-file.js';
import { SettingsError } from './settings-error.js';

/**
 * Every setting of a run, from what the user chose. Fields without a value, such as a time limit, are absent.
 *
 * @param file what `--config` read
 * @throws {SettingsError} that lists all that do not fit together
 * @throws {InvalidArgumentError} when there is no such recipe
 */
export function resolveConfig(chosen: ChosenSettings, file?: ConfigFile): RunConfig {
  const inFile = file?.settings ?? {};
  const recipe = chosen.recipe ?? inFile.recipe ?? recipes[0].name;
  const sources = { chosen, file, recipe };
  const base = { ...findRecipe(recipe).settings, ...inFile };
  const problems: string[] = [];
  const dropout = chosen.dropout ?? base.dropout;
  const validationImages = chosen.validationImages ?? base.validationImages;
  const gentleEpochs = chosen.gentleEpochs ?? base.gentleEpochs;
  const syntheticImages = chosen.syntheticImages ?? base.syntheticImages;
  const backend = chosen.backend ?? base.backend ?? 'auto';
  const config: RunConfig = {
    recipe,
    architecture: chosen.architecture ?? base.architecture,
    epochs: chosen.epochs ?? base.epochs,
    batchSize: chosen.batchSize ?? base.batchSize,
    schedule: applyScheduleOptions(base.schedule, sources, problems),
    optimizer: applyOptimizerOptions(base.optimizer, sources, problems),
    augmentation: applyAugmentationOptions(base.augmentation, sources, problems),
    ...(gentleEpochs !== undefined && { gentleEpochs }),
    seed: chosen.seed ?? base.seed,
    ...(dropout !== undefined && { dropout }),
    data: chosen.data ?? base.data ?? 'auto',
    ...(validationImages !== undefined && { validationImages }),
    ...(syntheticImages !== undefined && { syntheticImages }),
    ...atMost('trainImages', chosen.trainImages ?? base.trainImages),
    ...atMost('testImages', chosen.testImages ?? base.testImages),
    ...applyStoppingOptions(base, sources, problems),
    backend,
    ...engineBuildOf(chosen, base, backend),
    tensorboard: chosen.tensorboard ?? base.tensorboard ?? false,
  };
  problems.push(...findConflicts(config, sources));
  if (problems.length > 0) throw new SettingsError({ problems });
  return config;
}

function atMost<Name extends string>(name: Name, count: number | 'all' | undefined) {
  return (typeof count === 'number' ? { [name]: count } : {}) as { readonly [Key in Name]?: number };
}

/** The build that a run was computed with is in its file; it says nothing to another backend. */
function engineBuildOf(chosen: ChosenSettings, base: Partial<RunConfig>, backend: RunConfig['backend']) {
  const isForEngine = backend === 'engine' || backend === 'auto';
  const engineBuild = chosen.engineBuild ?? (isForEngine ? base.engineBuild : undefined);
  return engineBuild && { engineBuild };
}
