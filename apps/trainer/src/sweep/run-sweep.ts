// Several seeds of one training, each in a run folder of its own: seed-1, seed-2 ... in the folder of the sweep.
// Nothing else is shared by the jobs that make a sweep together, so that they need no word from each other.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { catchInterruption } from '../commands/interruption.js';
import { InterruptedError } from '../interrupted-error.js';
import { createProgress } from '../progress/progress.js';
import { readNewestCheckpoint } from '../run/checkpoint-files.js';
import { performRun } from '../run/perform-run.js';
import { type RunConfig, runConfigFields } from '../run/run-config.js';
import { createRunFolder, openPlainFolder, openRunFolder, type RunFolder } from '../run/run-folder.js';
import { RunFolderError } from '../run/run-folder-error.js';
import { type Shard, shareOf } from './shard.js';
import { readFinishedRuns, summarizeSweep, sweepCsv, sweepText } from './summary.js';
import {
  isFinished,
  SWEEP_FILE,
  type SweepConfig,
  type SweepRun,
  seedFolder,
  sweepConfigFields,
} from './sweep-folder.js';

/** Of the commands that work on sweeps. */
export interface SweepOptions {
  readonly shard?: Shard;
  readonly threads?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/**
 * Begins a sweep, or joins one of the same settings that another shard has begun.
 *
 * @throws {RunFolderError} when there is something else in the folder, or a sweep of other settings
 */
export async function startSweep(
  { config, seeds, out, name }: { config: RunConfig; seeds: readonly number[]; out: string; name: string },
  options: SweepOptions,
): Promise<void> {
  const folder = await openPlainFolder(out, name);
  const sweep: SweepConfig = { seeds, config };
  if (folder.has(SWEEP_FILE)) {
    const earlier = await folder.readJson<SweepConfig>(SWEEP_FILE, sweepConfigFields);
    if (!isDeepStrictEqual(earlier, JSON.parse(JSON.stringify(sweep)))) {
      throw new RunFolderError({
        path: folder.path,
        message: `Sweep "${folder.path}" has other settings or seeds: see its ${SWEEP_FILE}. Choose another --name, or go on with "lenet resume ${folder.path}".`,
      });
    }
  } else if (folder.has('config.json')) {
    throw new RunFolderError({
      path: folder.path,
      message: `"${folder.path}" is the folder of one run: expected none, or that of a sweep. Choose another --name.`,
    });
  } else {
    await folder.writeJson(SWEEP_FILE, sweep);
  }
  await runSeeds(folder, sweep, options);
}

/** Does what is left of a sweep: all of it, or a shard. */
export async function goOnWithSweep(path: string, options: SweepOptions): Promise<void> {
  const folder = await openPlainFolder(path, '.');
  await runSeeds(folder, await folder.readJson<SweepConfig>(SWEEP_FILE, sweepConfigFields), options);
}

async function runSeeds(folder: RunFolder, sweep: SweepConfig, options: SweepOptions): Promise<void> {
  const { quiet = false, json = false, shard, threads } = options;
  const { path } = folder;
  const say = (line: string) => {
    if (!quiet) process.stderr.write(`${line}\n`);
  };
  const progress = createProgress({ quiet });
  const { signal, release } = catchInterruption(progress.note);
  try {
    const seeds = shareOf(sweep.seeds, shard);
    if (seeds.length === 0) say('This share has no seed: there are more shares than seeds.');
    for (const [index, seed] of seeds.entries()) {
      const place = `Seed ${seed}, ${index + 1} of ${seeds.length}`;
      if (isFinished(path, seed)) {
        say(`${place}: done before`);
        continue;
      }
      say(`${place}\n`);
      const { json: result } = await performRun({
        ...(await openSeed(path, sweep, seed)),
        ...(threads && { threads }),
        json: false,
        sweepIndex: index,
        quiet,
        progress,
        signal,
      });
      say(`Test accuracy: ${result.test.accuracy.toFixed(4)}   test loss: ${result.test.loss.toFixed(4)}\n`);
    }
    const runs = await writeSummary(folder, sweep);
    const result = json ? JSON.stringify(summarizeSweep(path, sweep, runs)) : sweepText(path, sweep, runs);
    process.stdout.write(`${result}\n`);
  } catch (error) {
    if (!(error instanceof InterruptedError)) throw error;
    throw new InterruptedError(
      `${error.message}\nGo on with the whole sweep, this seed included: "lenet resume ${path}".`,
      { cause: error },
    );
  } finally {
    release();
  }
}

/** Another shard may end in between: whoever looks last sees all that is finished. */
async function writeSummary(folder: RunFolder, sweep: SweepConfig): Promise<SweepRun[]> {
  for (;;) {
    const runs = await readFinishedRuns(folder.path, sweep);
    await folder.writeJson('sweep.json', summarizeSweep(folder.path, sweep, runs));
    await folder.write('sweep.csv', sweepCsv(runs));
    const { length } = sweep.seeds.filter((seed) => isFinished(folder.path, seed));
    if (length === runs.length) return runs;
  }
}

/** A new run, or one that was begun. */
async function openSeed(path: string, { config }: SweepConfig, seed: number) {
  const folderPath = seedFolder(path, seed);
  if (!existsSync(join(folderPath, 'config.json'))) {
    return {
      config: { ...config, seed },
      openFolder: () => createRunFolder(path, `seed-${seed}`, true),
    };
  }
  const folder = openRunFolder(folderPath);
  const say = (line: string) => process.stderr.write(`${line}\n`);
  await folder.lock(say);
  // As it began: what `auto` was then is told there.
  const started = await folder.readJson<RunConfig>('config.json', runConfigFields);
  const resumeFrom = await readNewestCheckpoint(folder, { config: started, say });
  return { config: started, openFolder: async () => folder, ...(resumeFrom && { resumeFrom }) };
}
