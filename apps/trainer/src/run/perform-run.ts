import { join } from 'node:path';
import { type Architecture, countParameters, type Evaluation, type Learner, summarize } from '@lenet/core';
import { type Checkpoint, type TrainOptions, train, type UnfinishedEpoch } from '@lenet/core/training';
import { type Backend, chooseBackend } from '../backends/choose-backend.js';
import type { DataIdentity } from '../data/data-identity.js';
import { mixSynthetic } from '../data/mix-synthetic.js';
import { mixtureText } from '../data/mixture-text.js';
import { InterruptedError } from '../interrupted-error.js';
import { interruptionPoint } from '../interruption-point.js';
import type { Progress } from '../progress/progress.js';
import { durationText } from '../progress/progress-text.js';
import { runArchitecture } from '../settings/run-architecture.js';
import { writeCheckpoint } from './checkpoint-files.js';
import { checkpointIntervalSeconds } from './checkpoint-interval.js';
import { describeEnvironment } from './environment.js';
import { eventsUpTo } from './event-log.js';
import { finishRun, type RunResult } from './finish-run.js';
import { historyCsv } from './history-csv.js';
import { prepareImages } from './prepare-images.js';
import { requireSameData } from './require-same-data.js';
import type { RunConfig } from './run-config.js';
import type { RunFolder } from './run-folder.js';
import { requireWholeEpoch, settleWeights, type TrainingEnd } from './training-end.js';

export interface RunRequest {
  readonly config: RunConfig;
  /** End with one JSON object on standard output instead of lines for people. */
  readonly json: boolean;
  /** Place in a sweep, from 0: it tells the results of all its runs, and the network is shown once. */
  readonly sweepIndex?: number;
  /** No progress on standard error. */
  readonly quiet: boolean;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** Called when backend and data are there, so that a run that cannot start leaves no folder. It is locked. */
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
export async function performRun(asked: RunRequest): Promise<RunResult> {
  const { signal } = asked;
  const isAlone = asked.sweepIndex === undefined;
  const say = (line: string) => {
    if (!asked.quiet) process.stderr.write(`${line}\n`);
  };
  const seconds = countSeconds(asked.resumeFrom);
  const architecture = runArchitecture(asked.config);
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
  let folder: RunFolder | undefined;
  try {
    const { end, ...images } = await trainOnImages(request, architecture, learner, say, async (identity) => {
      folder = await request.openFolder();
      await writeIdentity(folder, request, identity, backend.description);
      say(`Run folder: ${folder.path}\n`);
      return folder;
    });
    say('\nEvaluating the test set ...');
    const result = await finishRun({
      ...images,
      folder: folder!,
      config,
      learner,
      end,
      seconds,
      signal,
      onEvaluated(evaluation) {
        if (isAlone && !request.json) printEvaluation(evaluation, images.identity);
        say('Writing the report ...');
      },
    });
    if (isAlone) printResult(result, countParameters(architecture), request.json);
    return result;
  } finally {
    folder?.release();
    await learner.dispose();
  }
}

/**
 * Loads the images and trains. In a function of its own, so that the training images, which nothing needs afterwards,
 * can be freed before the report takes memory.
 *
 * @param openFolder called when the images are there
 */
async function trainOnImages(
  request: RunRequest,
  architecture: Architecture,
  learner: Learner,
  say: (line: string) => void,
  openFolder: (identity: DataIdentity) => Promise<RunFolder>,
) {
  const { config, signal } = request;
  const {
    training: plain,
    heldOut,
    test,
    samples,
    ...data
  } = await prepareImages(architecture, config, signal, say);
  const { training, pool, identity } = await mixSynthetic(
    { training: plain, identity: data.identity },
    { perEpoch: config.syntheticImages ?? 0, seed: config.seed, architecture, signal },
  );
  const { mixture } = identity;
  say(
    `Images: ${plain.count} training, ${heldOut.count} validation, ${test.count} test` +
      `${mixture ? `; ${mixtureText(mixture)}, ${mixture.origin}` : ''}\n`,
  );
  if (!request.sweepIndex) say(summarize(architecture));
  await interruptionPoint(signal, 'Interrupted before the training began; nothing was written.');
  const folder = await openFolder(identity);
  const images = { training, validation: heldOut, ...(pool && { pool }) };
  const end = await trainInto(folder, learner, images, request);
  return { heldOut, test, samples, identity, end };
}

/** A resumed run counts the time of what it had done, not the pause. No clock that can be set is asked. */
function countSeconds(resumeFrom: Checkpoint | undefined): () => number {
  const startedAt = performance.now();
  const history = resumeFrom?.history ?? [];
  const earlier = history.reduce((sum, record) => sum + record.seconds, resumeFrom?.begun?.seconds ?? 0);
  return () => earlier + (performance.now() - startedAt) / 1000;
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
    await requireSameData(folder, identity);
    return;
  }
  await folder.writeJson('config.json', request.config);
  await folder.writeJson('environment.json', await describeEnvironment(backend));
  await folder.writeJson('data.json', identity);
}

/**
 * Trains, shows the progress, and keeps history, events and checkpoints in the run folder.
 *
 * A kill at any moment leaves a log that is as new as the checkpoints or newer, and a resume takes out of
 * it what is done again.
 *
 * @returns how it ended
 */
async function trainInto(
  folder: RunFolder,
  learner: Learner,
  images: Pick<TrainOptions, 'training' | 'validation' | 'pool'>,
  request: RunRequest,
): Promise<TrainingEnd> {
  const { config, progress, signal, resumeFrom } = request;
  const options = {
    // Settings that training does not know are nothing to it.
    ...config,
    ...images,
    signal,
    checkpointEverySeconds: checkpointIntervalSeconds(),
    ...(resumeFrom && { resumeFrom }),
  };
  await mendLogs(folder, resumeFrom);
  const tensorboard = config.tensorboard ? await openTensorboard(folder, resumeFrom) : undefined;
  try {
    for await (const event of train(learner, options)) {
      progress.show(event);
      // Before the checkpoint: what it counts as done is in the event files.
      await tensorboard?.record(event);
      if (event.type === 'step') continue;
      if (event.type === 'checkpoint') {
        await writeCheckpoint(folder, event.checkpoint);
        continue;
      }
      // Weights are for the checkpoints, not for the log.
      const { checkpoint, best, ...logged } = { checkpoint: undefined, best: undefined, ...event };
      await folder.append(
        'events.jsonl',
        `${JSON.stringify({ time: new Date().toISOString(), ...logged })}\n`,
      );
      if (event.type === 'epoch') {
        await writeCheckpoint(folder, event.checkpoint, event);
        await folder.write('history.csv', historyCsv(event.checkpoint.history));
      }
      if (event.type === 'interrupted') {
        progress.close();
        throw new InterruptedError(interruptionText(event, config.epochs, folder.path));
      }
      if (event.type === 'end') {
        requireWholeEpoch(event, config);
        await settleWeights(learner, event, config);
        return event;
      }
    }
    throw new Error('Training ended without an end.');
  } finally {
    progress.close();
  }
}

/** The logs as they were at the checkpoint from which the run goes on. */
async function mendLogs(folder: RunFolder, resumeFrom: Checkpoint | undefined): Promise<void> {
  if (folder.has('events.jsonl')) {
    const text = new TextDecoder().decode(await folder.read('events.jsonl'));
    const mended = eventsUpTo(text, resumeFrom);
    if (mended !== text) await folder.write('events.jsonl', mended);
  }
  if (resumeFrom && resumeFrom.history.length > 0) {
    await folder.write('history.csv', historyCsv(resumeFrom.history));
  }
}

function interruptionText(
  { epoch, stepsDone, validation }: UnfinishedEpoch,
  epochs: number,
  path: string,
): string {
  const place =
    stepsDone > 0
      ? `in epoch ${epoch} of ${epochs} after ${stepsDone} steps`
      : `before epoch ${epoch} of ${epochs}`;
  const accuracy = validation ? ` Validation accuracy now: ${validation.accuracy.toFixed(4)}.` : '';
  return `Interrupted ${place}; everything is kept.${accuracy} Go on with "lenet resume ${path}".`;
}

/** Loaded where it is wanted. */
async function openTensorboard(folder: RunFolder, resumeFrom: Checkpoint | undefined) {
  const { openTensorboardLog } = await import('../tensorboard/tensorboard-log.js');
  return openTensorboardLog(join(folder.path, 'tensorboard'), { resumeFrom });
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
    `Test accuracy: ${accuracy.toFixed(4)}   test loss: ${loss.toFixed(4)}   (${title}, ${testCount} ${testCount === 1 ? 'image' : 'images'})\n`,
  );
}
