import {
  type Architecture,
  countParameters,
  type Evaluation,
  findArchitecture,
  type LabelledImages,
  type Learner,
  selectImages,
  splitImages,
  summarize,
} from '@lenet/core';
import { type Checkpoint, encodeCheckpoint, train } from '@lenet/core/training';
import { type Backend, chooseBackend } from '../backends/choose-backend.js';
import { type DataIdentity, dataIdentityFields } from '../data/data-identity.js';
import { loadRunData } from '../data/load-run-data.js';
import { fitImages } from '../images/fit-images.js';
import { InterruptedError } from '../interrupted-error.js';
import { interruptionPoint } from '../interruption-point.js';
import type { Progress } from '../progress/progress.js';
import { durationText } from '../progress/progress-text.js';
import { checkImages } from './check-images.js';
import { describeEnvironment } from './environment.js';
import { finishRun, type RunResult } from './finish-run.js';
import { historyCsv } from './history-csv.js';
import { type RunConfig, validationCount } from './run-config.js';
import type { RunFolder } from './run-folder.js';
import { RunFolderError } from './run-folder-error.js';

/** Sample images of the report. */
const SAMPLE_COUNT = 40;

export interface RunRequest {
  readonly config: RunConfig;
  /** End with one JSON object on standard output instead of lines for people. */
  readonly json: boolean;
  /** No progress on standard error. */
  readonly quiet: boolean;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** Called when backend and data are there, so that a run that cannot start leaves no folder. */
  readonly openFolder: () => Promise<RunFolder>;
  readonly resumeFrom?: Checkpoint;
  /** Of the engine. @default the cores of the machine */
  readonly threads?: number;
}

/**
 * A run from its settings to its report: backend, data, training, evaluation on the test set, once.
 *
 * @throws {InterruptedError} when the signal was aborted; what was written stays
 */
export async function performRun(asked: RunRequest): Promise<void> {
  const { signal } = asked;
  const say = (line: string) => {
    if (!asked.quiet) process.stderr.write(`${line}\n`);
  };
  // A resumed run counts the time of the epochs that it had done, not the pause.
  const earlier = asked.resumeFrom?.history.reduce((sum, record) => sum + record.seconds, 0) ?? 0;
  const startedAt = new Date(Date.now() - earlier * 1000);
  const architecture = findArchitecture(asked.config.architecture);
  const backend = await loadBackend(asked, architecture);
  say(`Backend: ${backend.description} (${asked.resumeFrom ? 'as the run began' : backend.reason})`);
  // A resume must compute with the same backend, whatever `auto` would take then.
  const config = {
    ...asked.config,
    backend: backend.name,
    ...(backend.build && { engineBuild: backend.build }),
  };
  const request = { ...asked, config };
  // Before the images, so that its threads start while those are read.
  const learner = await backend.createLearner(architecture, {
    seed: config.seed,
    optimizer: config.optimizer,
  });
  try {
    const images = await prepareImages(architecture, config, signal, say);
    const { training, heldOut, test, identity } = images;
    say(`Images: ${training.count} training, ${heldOut.count} validation, ${test.count} test\n`);
    say(summarize(architecture));

    await interruptionPoint(signal, 'Interrupted before the training began; nothing was written.');
    const folder = await request.openFolder();
    await writeIdentity(folder, request, identity, backend.description);
    say(`Run folder: ${folder.path}\n`);

    await trainInto(folder, learner, { training, validation: heldOut }, request);
    say('\nEvaluating the test set ...');
    const result = await finishRun({
      folder,
      config,
      learner,
      test,
      samples: images.samples,
      identity,
      startedAt,
      signal,
      onEvaluated(evaluation) {
        if (!request.json) printEvaluation(evaluation, identity);
        say('Writing the report ...');
      },
    });
    printResult(result, countParameters(architecture), request.json);
  } finally {
    await learner.dispose();
  }
}

/** In a function of its own, so that the whole training set, which is copied when it is split, can be freed. */
async function prepareImages(
  architecture: Architecture,
  config: RunConfig,
  signal: AbortSignal,
  say: (line: string) => void,
) {
  const loaded = await loadRunData(config, signal);
  const data = {
    ...loaded,
    training: fitImages(architecture, loaded.training),
    test: fitImages(architecture, loaded.test),
  };
  const { identity, test } = data;
  say(`Data: ${identity.title}, ${identity.origin}`);
  checkImages(architecture, config, data);
  const { training, heldOut } = splitImages(data.training, {
    holdOut: validationCount(config, data.training.count),
    seed: config.seed,
  });
  const samples = selectImages(training, firstIndices(Math.min(SAMPLE_COUNT, training.count)));
  return { training, heldOut, test, identity, samples };
}

function loadBackend({ config, threads }: RunRequest, architecture: Architecture): Promise<Backend> {
  const { engineBuild: build } = config;
  return chooseBackend(config.backend, architecture, {
    ...(build && { build }),
    ...(threads && { threads }),
  });
}

async function writeIdentity(
  folder: RunFolder,
  request: RunRequest,
  identity: DataIdentity,
  backend: string,
): Promise<void> {
  if (folder.has('data.json')) {
    const earlier = await folder.readJson<DataIdentity>('data.json', dataIdentityFields);
    const digests = ({ kind, files, trainingCount, testCount }: DataIdentity) =>
      JSON.stringify([kind, files.map((file) => file.sha256), trainingCount, testCount]);
    if (digests(earlier) !== digests(identity)) {
      throw new RunFolderError({
        path: folder.path,
        message: `Run "${folder.path}" was started with other data: expected ${earlier.title} from ${earlier.origin}, got ${identity.title} from ${identity.origin}. Make the same data available, or start a new run.`,
      });
    }
    return;
  }
  await folder.writeJson('config.json', request.config);
  await folder.writeJson('environment.json', await describeEnvironment(backend));
  await folder.writeJson('data.json', identity);
}

/** Trains, shows the progress, and keeps history, events and checkpoints in the run folder. */
async function trainInto(
  folder: RunFolder,
  learner: Learner,
  images: { training: LabelledImages; validation: LabelledImages },
  request: RunRequest,
): Promise<void> {
  const { config, progress, signal, resumeFrom } = request;
  const { epochs, batchSize, schedule, augmentation, seed } = config;
  const options = {
    ...images,
    epochs,
    batchSize,
    schedule,
    augmentation,
    seed,
    signal,
    ...(resumeFrom && { resumeFrom }),
  };
  let completed = resumeFrom?.history.length ?? 0;
  try {
    for await (const event of train(learner, options)) {
      progress.show(event);
      if (event.type === 'step') continue;
      // Weights are for the checkpoints, not for the log.
      const { checkpoint, best, ...logged } = { checkpoint: undefined, best: undefined, ...event };
      await folder.append(
        'events.jsonl',
        `${JSON.stringify({ time: new Date().toISOString(), ...logged })}\n`,
      );
      if (event.type === 'epoch') {
        const bytes = encodeCheckpoint(event.checkpoint);
        await folder.write('checkpoints/last', bytes);
        if (event.isBest) await folder.write('checkpoints/best', bytes);
        await folder.write('history.csv', historyCsv(event.checkpoint.history));
        completed = event.record.epoch;
      }
      if (event.type === 'interrupted') {
        progress.close();
        const validation = event.validation
          ? ` Validation accuracy now: ${event.validation.accuracy.toFixed(4)}.`
          : '';
        throw new InterruptedError(
          `Interrupted in epoch ${event.epoch} after ${event.stepsDone} steps; ${completed} of ${epochs} epochs are kept.${validation} Go on with "lenet resume ${folder.path}".`,
        );
      }
    }
  } finally {
    progress.close();
  }
}

function printResult(result: RunResult, parameterCount: number, json: boolean): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(result.json)}\n`);
    return;
  }
  process.stdout.write(
    `Parameters: ${parameterCount.toLocaleString('en')}   time: ${durationText(result.json.seconds)}\n` +
      `Report: ${result.reportPath}\n`,
  );
}

function printEvaluation({ accuracy, loss }: Evaluation, { title, testCount }: DataIdentity): void {
  process.stdout.write(
    `Test accuracy: ${accuracy.toFixed(4)}   test loss: ${loss.toFixed(4)}   (${title}, ${testCount} images)\n`,
  );
}

const firstIndices = (count: number) => Array.from({ length: count }, (_, index) => index);
