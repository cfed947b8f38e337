// Weights that are trained on all images have none left to choose a temperature and a threshold by: both come from
// trainings of the same recipe that held images out.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { softmax } from '@lenet/core';
import { chooseAnswerThreshold, fitTemperature, rateAnswers } from '@lenet/core/metrics';
import { loadModelFolder, type ModelCalibration, type ModelManifest } from '@lenet/core/models';
import { prepareImages } from '../run/prepare-images.js';
import { requireSameData } from '../run/require-same-data.js';
import type { RunConfig } from '../run/run-config.js';
import { openRunFolder } from '../run/run-folder.js';
import { RunFolderError } from '../run/run-folder-error.js';
import { runArchitecture } from '../settings/run-architecture.js';
import { openClassifier } from './open-classifier.js';
import { readRunRecord } from './read-run-record.js';
import type { RunRecord } from './run-record.js';

/** Of the answers given, at most this share is to be wrong, on images like those that were learned from. */
const TARGET_RISK = 0.002;

/** How answers are taken, and where that comes from. */
export type ChosenAnswers = Required<Pick<ModelManifest, 'temperature' | 'calibration'>> &
  Pick<ModelManifest, 'thresholds' | 'digitTest'>;

/**
 * Fits the temperature and chooses the threshold on all images that some runs held out, together.
 *
 * @param paths run folders
 * @param run whose weights are exported; the others must have its settings but for seed and held-out images
 * @returns without `thresholds` where none meets the target
 * @throws {RunFolderError} when a run is not finished, held nothing out, or has other settings or data
 * @throws {InterruptedError} when the signal is aborted
 */
export async function chooseAnswers(
  paths: readonly string[],
  run: RunRecord,
  signal: AbortSignal,
): Promise<ChosenAnswers> {
  const logits: number[] = [];
  const labels: number[] = [];
  const runs: ModelCalibration['runs'][number][] = [];
  let classCount = 0;
  for (const path of paths) {
    const held = await answerHeldOut(path, run, signal);
    for (const logit of held.logits) logits.push(logit);
    for (const label of held.labels) labels.push(label);
    classCount = held.classCount;
    runs.push(held.told);
  }
  const { temperature } = fitTemperature(logits, labels, classCount);
  const probabilities = softmax(Float32Array.from(logits), classCount, { temperature });
  const { confidences, isRight } = rateAnswers(labels, probabilities, classCount);
  const chosen = chooseAnswerThreshold(confidences, isRight, { targetRisk: TARGET_RISK });
  return {
    temperature,
    ...(chosen && { thresholds: { answer: chosen.threshold } }),
    calibration: { images: labels.length, ...(chosen && { targetRisk: TARGET_RISK }), runs },
  };
}

/** What the weights of a run make of the images that it held out. */
async function answerHeldOut(path: string, run: RunRecord, signal: AbortSignal) {
  const folder = openRunFolder(path);
  const record = await readRunRecord(folder);
  requireSameRecipe(path, record, run);
  const architecture = runArchitecture(record.config);
  const { heldOut, identity } = await prepareImages(architecture, record.config, signal, () => {});
  await requireSameData(folder, identity);
  if (heldOut.count === 0) {
    throw new RunFolderError({
      path,
      message: `Run "${path}" held no images out, so nothing can be chosen by it. Give one that was trained with --validation-images of 1 or more.`,
    });
  }
  const { manifest, weights } = await loadModelFolder((name) => readFile(join(path, 'model', name)));
  const { sha256 } = manifest.files.find(({ name }) => name === 'weights.bin')!;
  const { commit } = record.environment;
  const classifier = await openClassifier({ architecture, weights });
  try {
    return {
      logits: await classifier.classify(heldOut),
      labels: heldOut.labels,
      classCount: heldOut.classCount,
      told: { seed: record.config.seed, images: heldOut.count, sha256, ...(commit && { commit }) },
    };
  } finally {
    await classifier.dispose();
  }
}

/** Settings that decide neither the weights that a seed leads to, nor what they learned from. */
const free = ['seed', 'data', 'validationImages', 'testImages', 'validateEvery', 'tensorboard', 'backend'];

/**
 * The same settings but for the seed, and images of the same training set.
 *
 * @throws {RunFolderError} that names what differs
 */
export function requireSameRecipe(path: string, other: RunRecord, run: RunRecord): void {
  const names = new Set([...Object.keys(other.config), ...Object.keys(run.config)]);
  const differing = [...names].filter(
    (name) =>
      !free.includes(name) &&
      !isDeepStrictEqual(other.config[name as keyof RunConfig], run.config[name as keyof RunConfig]),
  );
  const trainingFiles = ({ data }: RunRecord) => data.files.slice(0, 2).map(({ sha256 }) => sha256);
  if (!isDeepStrictEqual(trainingFiles(other), trainingFiles(run))) differing.push('training images');
  if (differing.length === 0) return;
  throw new RunFolderError({
    path,
    message: `Run "${path}": expected the settings and data of the exported run but for the seed, got other ${differing.join(', ')}. Give runs of the same recipe.`,
  });
}
