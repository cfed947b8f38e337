// `lenet resume`: a run folder -> its settings and last checkpoint -> run.
import { createProgress } from '../progress/progress.js';
import { readNewestCheckpoint } from '../run/checkpoint-files.js';
import { extendConfig, readEnd } from '../run/extend-config.js';
import { performRun } from '../run/perform-run.js';
import { type RunConfig, runConfigFields } from '../run/run-config.js';
import { openRunFolder } from '../run/run-folder.js';
import { catchInterruption } from './interruption.js';

export async function runResumeCommand(
  path: string,
  options: {
    epochs?: number;
    timeLimit?: number | 'none';
    threads?: number;
    json?: boolean;
    quiet?: boolean;
  },
): Promise<void> {
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
