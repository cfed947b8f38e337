// `lenet export`: a finished run, or a model, checked -> a model folder with a name and a version.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileWhole } from '../files/write-file-whole.js';
import type { ExportFormat } from '../formats/export-formats.js';
import { exportFiles } from '../models/export-files.js';
import { openModel } from '../models/open-model.js';
import { readRunRecord } from '../models/read-run-record.js';
import { openRunFolder } from '../run/run-folder.js';
import { RunFolderError } from '../run/run-folder-error.js';

/** Options as commander gives them. */
export interface ExportCommandOptions {
  format: readonly ExportFormat[];
  out: string;
  name?: string;
  version?: string;
  architecture?: string;
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
  await writeFiles(
    target,
    await exportFiles(model, { name, version, formats: options.format, ...(run && { run }) }),
  );
  process.stdout.write(`Model folder: ${target}\n`);
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
