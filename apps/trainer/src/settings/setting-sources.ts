import type { RunConfig } from '../run/run-config.js';
import type { ChosenSettings } from './chosen-settings.js';
import type { ConfigFile } from './read-config-file.js';

/** Where settings come from, for the errors about those that do not fit together. */
export interface SettingSources {
  readonly chosen: ChosenSettings;
  readonly file: ConfigFile | undefined;
  /** Name of the recipe that the others are taken from. */
  readonly recipe: string;
}

/** The flag of an option: `weightDecay` is `--weight-decay`. */
export function flagOf(option: keyof ChosenSettings): string {
  return `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** An option as it was typed: `--optimizer adam`. */
export function optionText(option: keyof ChosenSettings, { chosen }: SettingSources): string {
  return `${flagOf(option)} ${chosen[option]}`;
}

/**
 * A setting with where it comes from: `--optimizer adam`, `optimizer adam of recipe lenet-report` or
 * `optimizer adam in "settings.json"`.
 *
 * @param value as people read it
 */
export function sourceText(
  setting: keyof RunConfig & keyof ChosenSettings,
  value: string | number,
  sources: SettingSources,
): string {
  if (sources.chosen[setting] !== undefined) return optionText(setting, sources);
  const words = setting.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  if (sources.file?.settings[setting] !== undefined) return `${words} ${value} in "${sources.file.path}"`;
  return `${words} ${value} of recipe ${sources.recipe}`;
}
