// `lenet export`: a finished run -> its model, checked -> a model folder with a name and a version.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileWhole } from '../files/write-file-whole.js';
import { modelFolderFiles } from '../models/model-folder-files.js';
import { openModel } from '../models/open-model.js';
import { readRunRecord } from '../models/read-run-record.js';
import { openRunFolder } from '../run/run-folder.js';
import { RunFolderError } from '../run/run-folder-error.js';

/** Options as commander gives them. */
export interface ExportCommandOptions {
  format: 'tfjs';
  out: string;
  name?: string;
  version: string;
  force?: boolean;
}

export async function runExportCommand(path: string, options: ExportCommandOptions): Promise<void> {
  const run = await readRunRecord(openRunFolder(path));
  const { architecture, weights, folder } = await openModel(path);
  const name = options.name ?? run.config.recipe;
  const target = join(options.out, name);
  if (existsSync(target) && !options.force) {
    throw new RunFolderError({
      path: target,
      message: `Model folder "${target}" exists already. Choose another --name or --out, or replace it with --force.`,
    });
  }
  const files = modelFolderFiles({
    name,
    version: options.version,
    architecture,
    // The bytes of the run, so that the released weights are provably the trained ones.
    model: {
      modelJson: await readFile(join(folder, 'model.json')),
      weightData: await readFile(join(folder, 'weights.bin')),
    },
    run,
    quantize: weights,
  });
  await writeFiles(target, files);
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
