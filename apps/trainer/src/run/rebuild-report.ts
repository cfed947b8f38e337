import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Evaluation } from '@lenet/core';
import { loadModelFolder } from '@lenet/core/models';
import { openClassifier } from '../models/open-classifier.js';
import { writeReport } from '../report/write-report.js';
import { runArchitecture } from '../settings/run-architecture.js';
import { readNewestCheckpoint } from './checkpoint-files.js';
import { type Environment, environmentFields } from './environment.js';
import { prepareImages } from './prepare-images.js';
import { repeatCommand } from './repeat-command.js';
import { requireSameData } from './require-same-data.js';
import { type RunConfig, runConfigFields } from './run-config.js';
import type { RunFolder } from './run-folder.js';
import { RunFolderError } from './run-folder-error.js';

/** What a report tells of a run's end, as `metrics.json` has it. */
interface RunEnd {
  readonly test: Evaluation;
  readonly seconds: number;
  /** ISO 8601; absent in runs of versions that did not write it: their file's own time is taken. */
  readonly finishedAt?: string;
}

/**
 * Makes the report of a finished run again from its folder and the images it was made with: nothing is trained.
 *
 * @param fields.write takes the name of a file, `report/index.html` say, and its content
 * @returns name of the page
 * @throws {RunFolderError} when the run is not finished, a file is missing or damaged, or the images are others
 * @throws {InterruptedError} when the signal is aborted
 */
export async function rebuildReport(fields: {
  folder: RunFolder;
  signal: AbortSignal;
  say: (line: string) => void;
  write: (name: string, content: string | Uint8Array) => Promise<void>;
}): Promise<string> {
  const { folder, signal, say, write } = fields;
  const { path } = folder;
  if (!folder.has('metrics.json')) {
    throw new RunFolderError({
      path,
      message: `Run "${path}" has no result to report: it was not finished. Go on with "lenet resume ${path}".`,
    });
  }
  const end = await folder.readJson<RunEnd>('metrics.json', { test: 'object', seconds: 'number' });
  const config = await folder.readJson<RunConfig>('config.json', runConfigFields);
  const environment = await folder.readJson<Environment>('environment.json', environmentFields);
  const history = (await readNewestCheckpoint(folder, { config, say }))?.history;
  if (!history || history.length === 0) {
    throw new RunFolderError({
      path,
      message: `Run "${path}": expected a whole checkpoint with the history in "${join(path, 'checkpoints')}", found none. It cannot be reported without; train again with the command that its old report ends with.`,
    });
  }
  const architecture = runArchitecture(config);
  const { weights } = await loadModelFolder((name) => readFile(join(path, 'model', name)));
  const { test, samples, identity } = await prepareImages(architecture, config, signal, say);
  const data = await requireSameData(folder, identity);
  const classifier = await openClassifier({ architecture, weights });
  try {
    const finishedAt = new Date(end.finishedAt ?? (await stat(join(path, 'metrics.json'))).mtimeMs);
    return await writeReport(
      {
        name: basename(resolve(path)),
        architecture,
        weights,
        config: { ...config },
        environment: { ...environment },
        data,
        history,
        test,
        testLogits: await classifier.classify(test),
        testEvaluation: end.test,
        samples,
        command: repeatCommand(config),
        startedAt: new Date(finishedAt.getTime() - end.seconds * 1000),
        finishedAt,
      },
      write,
    );
  } finally {
    await classifier.dispose();
  }
}
