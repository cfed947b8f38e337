// `lenet reproduce`: a published experiment -> several trainings -> a page with the published figures beside ours.
import { resolve } from 'node:path';
import type { BackendChoice } from '../backends/backend-choices.js';
import { namedSources } from '../data/load-data.js';
import { createProgress } from '../progress/progress.js';
import { comparisonText } from '../reproduction/comparison.js';
import { findExperiment } from '../reproduction/published-experiments.js';
import { reproduce } from '../reproduction/reproduction.js';
import { reproductionJson } from '../reproduction/reproduction-json.js';
import { openOrCreateFolder, type RunFolder } from '../run/run-folder.js';
import { catchInterruption } from './interruption.js';

const MARKER = 'reproduction.json';

/** Options as commander gives them. */
export interface ReproduceCommandOptions {
  seeds: number;
  data: string;
  backend: BackendChoice;
  threads?: number;
  out: string;
  name?: string;
  epochs?: number;
  trainImages?: number;
  testImages?: number;
  json?: boolean;
  quiet?: boolean;
}

export async function runReproduceCommand(name: string, options: ReproduceCommandOptions): Promise<void> {
  const { out, json, quiet = false, data, backend } = options;
  const experiment = findExperiment(name);
  const progress = createProgress({ quiet });
  const { signal, release } = catchInterruption(progress.note);
  const folderName = options.name ?? `reproduction-${name}-${backend}`;
  let folder: RunFolder | undefined;
  try {
    const done = await reproduce(
      {
        ...options,
        experiment,
        data: namedSources.includes(data) ? data : resolve(data),
      },
      {
        progress,
        signal,
        say: (line) => {
          if (!quiet) process.stderr.write(`${line}\n`);
        },
        openFolder: async () => {
          folder = await openOrCreateFolder(out, folderName, MARKER, { experiment: name });
          return folder;
        },
      },
    );
    const { writeReproductionPage } = await import('../reproduction/write-reproduction-page.js');
    const page = await writeReproductionPage(done, done.folder);
    const result = reproductionJson(done, page);
    await done.folder.writeJson(MARKER, result);
    process.stdout.write(
      json ? `${JSON.stringify(result)}\n` : `\n${comparisonText(done)}\nReport: ${page}\n`,
    );
  } finally {
    folder?.release();
    release();
  }
}
