import { LenetError } from '@lenet/core';
import { openPlainFolder } from '../run/run-folder.js';
import { RunFolderError } from '../run/run-folder-error.js';
import {
  isFinished,
  isSweepFolder,
  SWEEP_FILE,
  type SweepConfig,
  seedFolder,
  sweepConfigFields,
} from '../sweep/sweep-folder.js';
import { type ComparedRun, readComparedRun } from './compared-run.js';

/** Runs that belong together: the seeds of a sweep. */
export interface RunGroup {
  readonly path: string;
  /** Its runs that are compared, as positions in all of them. */
  readonly runs: readonly number[];
}

/** What there is to compare, and why something is left out. */
export interface CollectedRuns {
  readonly runs: readonly ComparedRun[];
  readonly groups: readonly RunGroup[];
  readonly problems: readonly LenetError[];
}

/**
 * Reads the runs that were asked for; of a sweep those that are finished. What cannot be compared is left out, each
 * with its reason; a run that is named twice counts once.
 *
 * @param paths run folders and folders of sweeps
 */
export async function collectRuns(paths: readonly string[]): Promise<CollectedRuns> {
  const runs: ComparedRun[] = [];
  const groups: RunGroup[] = [];
  const problems: LenetError[] = [];

  async function add(path: string): Promise<number | undefined> {
    const known = runs.findIndex((run) => run.path === path);
    if (known >= 0) return known;
    try {
      return runs.push(await readComparedRun(path)) - 1;
    } catch (error) {
      if (!(error instanceof LenetError)) throw error;
      problems.push(error);
      return undefined;
    }
  }

  for (const path of paths.map(withoutEndingSlash)) {
    if (!isSweepFolder(path)) {
      await add(path);
      continue;
    }
    try {
      const { finished, missing } = await readSeeds(path);
      if (missing.length > 0) problems.push(unfinishedSweep(path, missing));
      const added: (number | undefined)[] = [];
      for (const seed of finished) added.push(await add(seedFolder(path, seed)));
      groups.push({ path, runs: added.filter((run) => run !== undefined) });
    } catch (error) {
      if (!(error instanceof LenetError)) throw error;
      problems.push(error);
    }
  }
  return { runs, groups: groups.filter((group) => group.runs.length > 0), problems };
}

async function readSeeds(path: string): Promise<{ finished: number[]; missing: number[] }> {
  const folder = await openPlainFolder(path, '.');
  const { seeds } = await folder.readJson<SweepConfig>(SWEEP_FILE, sweepConfigFields);
  return {
    finished: seeds.filter((seed) => isFinished(path, seed)),
    missing: seeds.filter((seed) => !isFinished(path, seed)),
  };
}

function unfinishedSweep(path: string, missing: readonly number[]): RunFolderError {
  const seeds = missing.length === 1 ? `seed ${missing[0]}` : `seeds ${missing.join(', ')}`;
  return new RunFolderError({
    path,
    message: `Of sweep "${path}", ${seeds}: not finished. Go on with "lenet resume ${path}".`,
  });
}

const withoutEndingSlash = (path: string) => path.replace(/(?<=.)[\\/]+$/, '');
