// `lenet resume`: a run folder -> its settings and last checkpoint -> run.
import { join } from 'node:path';
import { decodeCheckpoint } from '@lenet/core';
import { createProgress } from '../progress/progress.js';
import { performRun } from '../run/perform-run.js';
import { type RunConfig, runConfigFields } from '../run/run-config.js';
import { openRunFolder } from '../run/run-folder.js';
import { RunFolderError } from '../run/run-folder-error.js';
import { catchInterruption } from './interruption.js';

export async function runResumeCommand(
  path: string,
  options: { json?: boolean; quiet?: boolean },
): Promise<void> {
  const folder = openRunFolder(path);
  const config = await folder.readJson<RunConfig>('config.json', runConfigFields);
  if (folder.has('metrics.json')) {
    throw new RunFolderError({
      path,
      message: `Run "${path}" is finished: all ${config.epochs} epochs are done. Start a new one with "lenet train".`,
    });
  }
  const checkpoint = folder.has('checkpoints/last')
    ? decodeCheckpoint(await folder.read('checkpoints/last'), {
        name: join(path, 'checkpoints', 'last'),
      })
    : undefined;
  const quiet = options.quiet ?? false;
  const progress = createProgress({ quiet });
  const { signal, release } = catchInterruption(progress.note);
  try {
    await performRun({
      config,
      json: options.json ?? false,
      quiet,
      progress,
      signal,
      openFolder: async () => folder,
      ...(checkpoint && { resumeFrom: checkpoint }),
    });
  } finally {
    release();
  }
}
