// `lenet export`: a finished run, or a model, checked -> a model folder with a name and a version.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileWhole } from '../files/write-file-whole.js';
import type { ExportFormat } from '../formats/export-formats.js';
import { type ExportedAs, exportFiles } from '../models/export-files.js';
import { type OpenedModel, openModel } from '../models/open-model.js';
import { readRunRecord } from '../models/read-run-record.js';
import type { RunRecord } from '../models/run-record.js';
import { openRunFolder } from '../run/run-folder.js';
import { RunFolderError } from '../run/run-folder-error.js';
import { catchInterruption } from './interruption.js';

/** Options as commander gives them. */
export interface ExportCommandOptions {
  format: readonly ExportFormat[];
  out: string;
  name?: string;
  version?: string;
  architecture?: string;
  without?: readonly string[];
  chosenBy?: readonly string[];
  seedRuns?: readonly string[];
  measure?: boolean;
  beside?: readonly string[];
  force?: boolean;
}

export async function runExportCommand(path: string, options: ExportCommandOptions): Promise<void> {
  const run = existsSync(join(path, 'config.json')) ? await readRunRecord(openRunFolder(path)) : undefined;
  const model = await openModel(path, options);
  const name = options.name ?? run?.config.recipe ?? model.name;
  const version = options.version ?? (run ? undefined : model.version) ?? '0.1.0';
  const target = join(options.out, name);
  if (existsSync(target) && !options.force) {
    throw new RunFolderError({
      path: target,
      message: `Model folder "${target}" exists already. Choose another --name or --out, or replace it with --force.`,
    });
  }
  const evidence = await collectEvidence(path, model, run, { ...options, name, version });
  await writeFiles(
    target,
    await exportFiles(model, {
      name,
      version,
      formats: options.format,
      without: options.without ?? [],
      ...(run && { run }),
      ...evidence,
    }),
  );
  process.stdout.write(`Model folder: ${target}\n`);
}

/** What the options want to be chosen and measured. */
async function collectEvidence(
  path: string,
  model: OpenedModel,
  run: RunRecord | undefined,
  options: ExportCommandOptions & { name: string; version: string },
): Promise<Pick<ExportedAs, 'chosen' | 'measurements'>> {
  const { name, version, chosenBy, seedRuns = [], measure = false, beside = [] } = options;
  if (!chosenBy && !measure) return {};
  if (!run) {
    throw new RunFolderError({
      path,
      message: `Model "${path}": --chosen-by and --measure want the run that the weights come from, got a model without its run. Give the run folder.`,
    });
  }
  const { collectRunEvidence } = await import('../measurements/collect-run-evidence.js');
  const { signal, release } = catchInterruption();
  try {
    return await collectRunEvidence({
      name,
      version,
      path,
      model,
      run,
      chosenBy,
      seedRuns,
      measure,
      beside,
      signal,
    });
  } finally {
    release();
  }
}

async function writeFiles(folder: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  try {
    for (const [name, content] of files) await writeFileWhole(join(folder, name), content);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    throw new RunFolderError({
      path: folder,
      message: `Model folder "${folder}": cannot be written (${code}). Choose another folder with --out.`,
      cause,
    });
  }
}
