// `lenet resume`: a run folder -> its settings and last checkpoint -> run.
import { createProgress } from '../progress/progress.js';
import { readNewestCheckpoint } from '../run/checkpoint-files.js';
import { extendConfig, readEnd } from '../run/extend-config.js';
import { performRun } from '../run/perform-run.js';
import { type RunConfig, runConfigFields } from '../run/run-config.js';
import { openRunFolder } from '../run/run-folder.js';
import { RunFolderError } from '../run/run-folder-error.js';
import type { Shard } from '../sweep/shard.js';
import { isSweepFolder } from '../sweep/sweep-folder.js';
import { catchInterruption } from './interruption.js';

export async function runResumeCommand(
  path: string,
  options: {
    epochs?: number;
    timeLimit?: number | 'none';
    threads?: number;
    json?: boolean;
    quiet?: boolean;
    shard?: Shard;
  },
): Promise<void> {
  if (isSweepFolder(path)) return resumeSweep(path, options);
  const folder = openRunFolder(path);
  const quiet = options.quiet ?? false;
  const say = (line: string) => process.stderr.write(`${line}\n`);
  // Before anything is read: another process may be about to write it.
  await folder.lock(say);
  const progress = createProgress({ quiet });
  const { signal, release } = catchInterruption(progress.note);
  try {
    const started = await folder.readJson<RunConfig>('config.json', runConfigFields);
    const config = extendConfig(path, started, options, await readEnd(folder));
    const checkpoint = await readNewestCheckpoint(folder, { config, say });
    await performRun({
      config,
      ...(options.threads && { threads: options.threads }),
      json: options.json ?? false,
      quiet,
      progress,
      signal,
      openFolder: async () => {
        if (config === started) return folder;
        // With it the run would count as finished, so it goes first.
        await folder.remove('metrics.json');
        await folder.writeJson('config.json', config);
        return folder;
      },
      ...(checkpoint && { resumeFrom: checkpoint }),
    });
  } finally {
    release();
    folder.release();
  }
}

/** @throws {RunFolderError} for options that are of a single run */
async function resumeSweep(path: string, options: Parameters<typeof runResumeCommand>[1]): Promise<void> {
  if (options.epochs !== undefined || options.timeLimit !== undefined) {
    throw new RunFolderError({
      path,
      message: `"${path}" is a sweep: --epochs and --time-limit are for one run. Give the folder of a seed in it, or leave them out.`,
    });
  }
  const { goOnWithSweep } = await import('../sweep/run-sweep.js');
  await goOnWithSweep(path, options);
}
