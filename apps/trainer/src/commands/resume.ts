// `lenet resume`: a run folder -> its settings and last checkpoint -> run.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeCheckpoint } from '@lenet/core';
import { performRun } from '../run/perform-run.js';
import type { RunConfig } from '../run/run-config.js';
import { openRunFolder } from '../run/run-folder.js';
import { RunFolderError } from '../run/run-folder-error.js';
import { catchInterruption } from './interruption.js';

export async function runResumeCommand(
  path: string,
  options: { json?: boolean; quiet?: boolean },
): Promise<void> {
  const folder = openRunFolder(path);
  const config = await folder.readJson<RunConfig>('config.json');
  if (folder.has('metrics.json')) {
    throw new RunFolderError({
      path,
      message: `Run "${path}" is finished: all ${config.epochs} epochs are done. Start a new one with "lenet train".`,
    });
  }
  const checkpoint = folder.has('checkpoints/last')
    ? decodeCheckpoint(await readFile(join(path, 'checkpoints', 'last')), {
        name: join(path, 'checkpoints', 'last'),
      })
    : undefined;
  const { signal, release } = catchInterruption();
  try {
    await performRun({
      config,
      json: options.json ?? false,
      quiet: options.quiet ?? false,
      signal,
      openFolder: async () => folder,
      ...(checkpoint && { resumeFrom: checkpoint }),
    });
  } finally {
    release();
  }
}
