import type { JsonSchema } from '@lenet/core/models';
import { recipes } from '@lenet/core/training';
import { Option } from 'commander';
import { settingSchemas } from '../run-config-schema.js';
import { numberOption } from './number-option.js';

/** The settings that count where nothing is said; `--help` shows them. */
export const defaults = recipes[0].settings;

/** What the help says of a setting that recipes have; the value is that of the first. */
export function ofRecipe(value: string | number): string {
  return `(default by recipe: ${value})`;
}

/** An option of `lenet train`; it has no default of its own, so that a file or recipe can set it. */
export function settingOption<Value>(
  flags: string,
  description: string,
  parse: (text: string) => Value,
): Option {
  return new Option(flags, description).argParser(parse);
}

/** An option that is one of some words. */
export function wordOption(flags: string, description: string, words: readonly string[]): Option {
  return new Option(flags, description).choices(words);
}

/** An option that is a number, within the range of a schema. */
export function rangeOption(flags: string, description: string, schema: JsonSchema): Option {
  return settingOption(flags, description, numberOption(schema));
}

/** The schema of a field of an object, or of one kind of it. */
export function fieldSchema(setting: keyof typeof settingSchemas, field: string, kind?: string): JsonSchema {
  const schema: JsonSchema = settingSchemas[setting];
  const ofKind = schema.oneOf?.find(({ properties }) => properties?.kind?.const === kind) ?? schema;
  return ofKind.properties![field];
}
