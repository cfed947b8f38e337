import { createHash } from 'node:crypto';
import { findArchitecture, type LabelledImages } from '@lenet/core';
import { findRecipe, type RecipeSettings } from '@lenet/core/training';
import type { BackendChoice } from '../backends/backend-choices.js';
import { type Backend, chooseBackend } from '../backends/choose-backend.js';
import type { DataIdentity } from '../data/data-identity.js';
import { loadRunData } from '../data/load-run-data.js';
import { interruptionPoint } from '../interruption-point.js';
import type { Progress } from '../progress/progress.js';
import { durationText } from '../progress/progress-text.js';
import { describeEnvironment, type Environment } from '../run/environment.js';
import type { RunFolder } from '../run/run-folder.js';
import { shellWord } from '../run/shell-word.js';
import type { PublishedExperiment } from './published-experiments.js';
import { readSeedRecord, type SeedRecord, writeSeedRecord } from './seed-record.js';
import { trainSeed } from './train-seed.js';

/** What is to be done. */
export interface ReproductionRequest {
  readonly experiment: PublishedExperiment;
  /** `mnist`, `auto`, `synthetic` or a folder. */
  readonly data: string;
  /** Seeds 1 to this. */
  readonly seeds: number;
  readonly backend: BackendChoice;
  /** Of the engine. @default the cores of the machine */
  readonly threads?: number;
  /** Less than was published, for a quick look; absent: all of it. */
  readonly epochs?: number;
  readonly trainImages?: number;
  readonly testImages?: number;
}

/** Everything that the page shows. */
export interface Reproduction {
  readonly experiment: PublishedExperiment;
  readonly settings: RecipeSettings;
  readonly backend: string;
  readonly identity: DataIdentity;
  readonly training: LabelledImages;
  readonly test: LabelledImages;
  /** One or more, by seed. */
  readonly records: readonly SeedRecord[];
  /** Of the network that the publication claims to beat, with the same seeds; empty where it names none. */
  readonly baseline: readonly SeedRecord[];
  /** Whether less was done than was published. */
  readonly isShortened: boolean;
  readonly environment: Environment;
  /** What repeats it, from any folder. */
  readonly command: string;
}

/**
 * Trains the experiment with each seed, and its baseline. What an earlier call has done with the same settings, data
 * and backend counts.
 *
 * @throws {InterruptedError} when the signal is aborted; seeds that were done are kept
 */
export async function reproduce(
  request: ReproductionRequest,
  context: {
    progress: Progress;
    signal: AbortSignal;
    say: (line: string) => void;
    openFolder: () => Promise<RunFolder>;
  },
): Promise<Reproduction & { readonly folder: RunFolder }> {
  const { experiment, data, seeds, epochs, trainImages, testImages } = request;
  const { signal, say } = context;
  const published = findRecipe(experiment.recipe).settings;
  const settings = { ...published, ...(epochs !== undefined && { epochs }) };
  const backend = await loadBackend(request, settings);
  say(`Backend: ${backend.description} (${backend.reason})`);
  const limits = { ...(trainImages && { trainImages }), ...(testImages && { testImages }) };
  const { training, test, identity } = await loadRunData({ data, seed: 1, ...limits }, signal);
  say(`Data: ${identity.title}, ${identity.origin}`);
  await interruptionPoint(signal, 'Interrupted before the training began; nothing was written.');
  const folder = await context.openFolder();
  say(`Folder: ${folder.path}`);

  async function trainAll(recipe: RecipeSettings): Promise<SeedRecord[]> {
    const records: SeedRecord[] = [];
    for (let seed = 1; seed <= seeds; seed++) {
      const seeded = { ...recipe, seed };
      const key = identityOf(seeded, backend, identity);
      const { architecture } = recipe;
      const earlier = await readSeedRecord(folder, { architecture, seed, identity: key });
      say(`\n${architecture}, seed ${seed} of ${seeds}${earlier ? ': done before' : ''}`);
      const record =
        earlier ??
        (await trainSeed({
          settings: seeded,
          backend,
          images: { training, test },
          identity: key,
          progress: context.progress,
          signal,
        }));
      if (!earlier) await writeSeedRecord(folder, record);
      const { accuracy, loss } = record.test;
      say(`Test accuracy ${accuracy.toFixed(4)}, loss ${loss.toFixed(4)}, ${durationText(record.seconds)}`);
      records.push(record);
    }
    return records;
  }

  const records = await trainAll(settings);
  const baseline = experiment.baseline
    ? await trainAll({ ...settings, architecture: findRecipe(experiment.baseline).settings.architecture })
    : [];
  const isShortened =
    settings.epochs < published.epochs || trainImages !== undefined || testImages !== undefined;
  const { description } = backend;
  return {
    ...{ experiment, settings, identity, training, test, records, baseline, isShortened, folder },
    backend: description,
    environment: await describeEnvironment(description),
    command: commandOf(request, backend),
  };
}

function loadBackend(
  { backend, threads }: ReproductionRequest,
  { architecture }: RecipeSettings,
): Promise<Backend> {
  return chooseBackend(backend, findArchitecture(architecture), threads ? { threads } : {});
}

/** With the backend that was chosen: another machine may choose another. */
function commandOf(request: ReproductionRequest, { name }: Backend): string {
  const { experiment, data, seeds, epochs, trainImages, testImages } = request;
  const limits = { '--epochs': epochs, '--train-images': trainImages, '--test-images': testImages };
  const options = { '--seeds': seeds, '--data': data, '--backend': name, ...limits };
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const words = given.map(([option, value]) => `${option} ${shellWord(String(value))}`);
  return ['lenet reproduce', experiment.name, ...words].join(' ');
}

/** Settings, what computes, and data; where they lie does not matter. */
function identityOf(
  settings: RecipeSettings,
  { description }: Backend,
  { kind, files, trainingCount, testCount }: DataIdentity,
): string {
  const digests = files.map(({ sha256 }) => sha256);
  const text = JSON.stringify([settings, description, kind, digests, trainingCount, testCount]);
  return createHash('sha256').update(text).digest('hex');
}
