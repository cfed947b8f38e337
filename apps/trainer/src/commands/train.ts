// `lenet train`: settings -> backend, data, run folder -> run.
import { resolve } from 'node:path';
import type { EngineBuild } from '@lenet/engine';
import type { BackendChoice } from '../backends/backend-choices.js';
import { createProgress } from '../progress/progress.js';
import { performRun } from '../run/perform-run.js';
import { type RunConfig, resolveConfig } from '../run/run-config.js';
import { createRunFolder } from '../run/run-folder.js';
import { catchInterruption } from './interruption.js';

/** Options as commander gives them. */
export interface TrainCommandOptions {
  recipe: string;
  data: string;
  epochs?: number;
  batchSize?: number;
  learningRate?: number;
  seed?: number;
  validationImages?: number;
  trainImages?: number;
  testImages?: number;
  backend: BackendChoice;
  engineBuild?: EngineBuild;
  threads?: number;
  out: string;
  name?: string;
  json?: boolean;
  quiet?: boolean;
}

export async function runTrainCommand(options: TrainCommandOptions): Promise<void> {
  const { out, name, json = false, quiet = false, threads, ...settings } = options;
  const config = resolveConfig({
    ...settings,
    // A resume may start from another folder.
    data: ['auto', 'mnist', 'synthetic'].includes(settings.data) ? settings.data : resolve(settings.data),
  });
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

/** `lenet-report-20261123-090510-seed1`, in local time. */
function defaultName(config: RunConfig): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`;
  const time = `${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`;
  return `${config.recipe}-${date}-${time}-seed${config.seed}`;
}
