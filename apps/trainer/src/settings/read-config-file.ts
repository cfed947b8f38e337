import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { nearestNames, schemaProblems } from '@lenet/core/training';
import type { RunConfig } from '../run/run-config.js';
import { runConfigSchema } from './run-config-schema.js';
import { SettingsError } from './settings-error.js';

/** Settings from a file. */
export interface ConfigFile {
  /** As the user gave it. */
  readonly path: string;
  readonly settings: Partial<RunConfig>;
}

/**
 * Reads settings as `config.json` of a run folder holds them; all of them may be absent.
 *
 * @throws {SettingsError} that lists every problem, when the file cannot be read or is not what it must be
 */
export async function readConfigFile(path: string): Promise<ConfigFile> {
  let text: string;
  try {
    text = await readFile(resolve(path), 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new SettingsError({
      subject: `Settings file "${path}"`,
      problems: [`expected a file of JSON, but it cannot be read (${code}).`],
      remedy: 'Give one that "lenet train --print-config" wrote, or config.json of a run folder.',
      cause,
    });
  }
  return { path, settings: parseConfig(text, path) };
}

/**
 * Checks the text of a settings file.
 *
 * @param path for the error
 * @throws {SettingsError} that lists every problem
 */
export function parseConfig(text: string, path: string): Partial<RunConfig> {
  const fail = (problems: readonly string[], cause?: unknown) =>
    new SettingsError({
      subject: `Settings file "${path}"`,
      problems,
      remedy: 'Compare it with what "lenet train --print-config" prints.',
      cause,
    });
  let value: unknown;
  try {
    // Some editors of Windows begin a file with a byte order mark.
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw fail([`expected JSON: ${(cause as Error).message}`], cause);
  }
  const problems = schemaProblems(value, runConfigSchema, '', expectedFor);
  if (problems.length > 0) throw fail(problems);
  const { $schema: _, ...settings } = value as Partial<RunConfig> & { $schema?: string };
  const intervals = Object.keys(settings.validateEvery ?? { epochs: 1 });
  if (intervals.length !== 1) {
    throw fail([
      `validateEvery: expected either epochs or steps, got ${intervals.join(' and ') || 'neither'}`,
    ]);
  }
  return settings;
}

function expectedFor(name: string, known: readonly string[]): string {
  const [nearest] = nearestNames(name, known);
  const hint = nearest === undefined ? '' : `did you mean "${nearest}"? `;
  return `no such setting (${hint}known: ${known.filter((other) => other !== '$schema').join(', ')})`;
}
