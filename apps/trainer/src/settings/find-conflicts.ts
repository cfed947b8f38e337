import { architectures, findArchitecture } from '@lenet/core';
import type { RunConfig } from '../run/run-config.js';
import type { ChosenSettings } from './chosen-settings.js';
import { flagOf, optionText, type SettingSources, sourceText } from './setting-sources.js';

/** Settings that are right by themselves but do not fit together, one sentence each. */
export function findConflicts(config: RunConfig, sources: SettingSources): string[] {
  return [
    ...recipeConflicts(sources),
    ...dropoutConflicts(config, sources),
    ...validationConflicts(config, sources),
    ...engineConflicts(config, sources),
  ];
}

/** A file of a run holds all settings: of the recipe that is asked for, only the name would count. */
function recipeConflicts({ chosen, file }: SettingSources): string[] {
  const inFile = file?.settings.recipe;
  if (chosen.recipe === undefined || inFile === undefined || chosen.recipe === inFile) return [];
  return [
    `--recipe ${chosen.recipe} does not fit --config ${file!.path}: the settings in it are of recipe ${inFile}. Leave one of them out.`,
  ];
}

function dropoutConflicts({ architecture, dropout }: RunConfig, sources: SettingSources): string[] {
  if (dropout === undefined || hasDropout(architecture)) return [];
  const networks = architectures.map(({ name }) => name).filter(hasDropout);
  return [
    `${settingText('dropout', dropout, sources)} does not fit ${sourceText('architecture', architecture, sources)}: it has no dropout layer. Networks that have: ${networks.join(', ')}.`,
  ];
}

function hasDropout(architecture: string): boolean {
  return findArchitecture(architecture).layers.some(({ kind }) => kind === 'dropout');
}

/** Of options that say something about validations where there is none. */
function validationConflicts(config: RunConfig, sources: SettingSources): string[] {
  const { chosen } = sources;
  const { validationImages, validateEvery = { epochs: 1 }, epochs, earlyStopping } = config;
  if (validationImages === 0) {
    const none = settingText('validationImages', 0, sources);
    const options = ['validateEvery', 'validateEverySteps', 'bestBy', 'minimumImprovement'] as const;
    const given: string[] = options
      .filter((option) => chosen[option] !== undefined)
      .map((option) => optionText(option, sources));
    if (earlyStopping) given.push(patienceText(earlyStopping.patience, sources));
    if (chosen.finalWeights === 'best') given.push(optionText('finalWeights', sources));
    return given.map((option) => `${option} does not fit ${none}: nothing is validated.`);
  }
  if (!('epochs' in validateEvery) || validateEvery.epochs <= epochs) return [];
  return [
    `${settingText('validateEvery', validateEvery.epochs, sources)} does not fit ${sourceText('epochs', epochs, sources)}: no epoch would be validated.`,
  ];
}

function patienceText(patience: number, sources: SettingSources): string {
  return sources.chosen.patience === undefined && sources.file
    ? `patience ${patience} in "${sources.file.path}"`
    : `${flagOf('patience')} ${patience}`;
}

function engineConflicts({ backend, engineBuild }: RunConfig, sources: SettingSources): string[] {
  if (engineBuild === undefined || backend === 'engine' || backend === 'auto') return [];
  return [
    `${settingText('engineBuild', engineBuild, sources)} does not fit ${sourceText('backend', backend, sources)}: it is for --backend engine.`,
  ];
}

/** Of a setting that no recipe has. */
function settingText(
  setting: keyof RunConfig & keyof ChosenSettings,
  value: string | number,
  sources: SettingSources,
): string {
  return sources.chosen[setting] === undefined && sources.file?.settings[setting] === undefined
    ? `${flagOf(setting)} ${value}`
    : sourceText(setting, value, sources);
}
