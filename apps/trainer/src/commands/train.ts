// `lenet train`: settings -> backend, data, run folder -> run.
import { resolve } from 'node:path';
import { namedSources } from '../data/load-data.js';
import { createProgress } from '../progress/progress.js';
import { performRun } from '../run/perform-run.js';
import { type ChosenSettings, type RunConfig, resolveConfig } from '../run/run-config.js';
import { createRunFolder } from '../run/run-folder.js';
import { readConfigFile } from '../settings/read-config-file.js';
import { SettingsError } from '../settings/settings-error.js';
import { type SeedChoice, seedsOf } from '../sweep/seeds.js';
import type { Shard } from '../sweep/shard.js';
import { catchInterruption } from './interruption.js';

/** Options as commander gives them. */
export interface TrainCommandOptions extends ChosenSettings {
  config?: string;
  printConfig?: boolean;
  /** Of a sweep: their number, or which. */
  seeds?: SeedChoice;
  shard?: Shard;
  threads?: number;
  out: string;
  name?: string;
  json?: boolean;
  quiet?: boolean;
}

/** @throws {SettingsError} when settings are wrong or do not fit together */
export async function runTrainCommand(options: TrainCommandOptions): Promise<void> {
  const { config: file, printConfig, out, name, json = false, quiet = false, threads, ...others } = options;
  const { seeds, shard, ...chosen } = others;
  const config = await resolveTrainConfig(chosen, file);
  requireEngine(config, threads);
  if (shard && !seeds) {
    throw new SettingsError({ problems: ['--shard is for a sweep: give --seeds, too.'] });
  }
  if (shard && !name) {
    throw new SettingsError({
      problems: ['--shard needs a --name, the same for all shares: they write into one folder.'],
    });
  }
  if (printConfig) {
    process.stdout.write(`${JSON.stringify(config, null, 2)}\n`);
    return;
  }
  if (seeds) {
    const { startSweep } = await import('../sweep/run-sweep.js');
    const sweepName = name ?? defaultName(config).replace(/-seed\d+$/, '-sweep');
    await startSweep({ config, seeds: seedsOf(seeds, config.seed), out, name: sweepName }, options);
    return;
  }
  const progress = createProgress({ quiet });
  const { signal, release } = catchInterruption(progress.note);
  try {
    await performRun({
      config,
      ...(threads && { threads }),
      json,
      quiet,
      progress,
      signal,
      openFolder: () => createRunFolder(out, name ?? defaultName(config), name !== undefined),
    });
  } finally {
    release();
  }
}

/** The settings of a run; of data that is a folder, the path is made absolute: a resume may start from another folder. */
async function resolveTrainConfig(chosen: ChosenSettings, path: string | undefined): Promise<RunConfig> {
  const file = path === undefined ? undefined : await readConfigFile(path);
  const config = resolveConfig(chosen, file);
  return { ...config, data: namedSources.includes(config.data) ? config.data : resolve(config.data) };
}

function requireEngine({ backend }: RunConfig, threads: number | undefined): void {
  if (threads === undefined || backend === 'engine' || backend === 'auto') return;
  throw new SettingsError({
    problems: [`--threads ${threads} does not fit --backend ${backend}: it is for --backend engine.`],
  });
}

/** `lenet-report-20261123-090510-seed1`, in local time. */
function defaultName(config: RunConfig): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`;
  const time = `${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`;
  return `${config.recipe}-${date}-${time}-seed${config.seed}`;
}
