import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { argMax, evaluateLogits, type LabelledImages } from '@lenet/core';
import { loadModelFolder, type ModelData, type WeightsFormat } from '@lenet/core/models';
import type { FileModel } from '../formats/file-model.js';
import { roundModel } from '../formats/metadata.js';
import { openClassifier } from '../models/open-classifier.js';
import { answerFigures, calibrationFigures } from './measure-calibration.js';
import { measureReadings, type ReadModel } from './measure-readings.js';
import { measureRobustness } from './measure-robustness.js';
import {
  type FewerBitsFigures,
  type Measurements,
  ROBUSTNESS_SEED,
  type SeedFigures,
} from './measurements.js';

/** What is measured, and on what. */
export interface MeasureRequest {
  /** What the model is to be called. */
  readonly name: string;
  readonly version: string;
  readonly model: FileModel;
  readonly answers: ReadModel['rules'];
  /** Networks to be put beside it, for what all of them read and refuse; where there are none, it is not measured. */
  readonly beside: readonly ReadModel[];
  readonly test: LabelledImages;
  /** What the test images are. */
  readonly data: ModelData;
  /** Run folders of the same recipe, which differ in their seed; the one of the model among them. */
  readonly seedRuns: readonly string[];
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/**
 * Everything that a model folder tells of its weights besides accuracy and loss.
 *
 * @throws {ModelFolderError} when the model of a seed is missing, damaged or changed
 * @throws {InterruptedError} when the signal is aborted
 */
export async function measureModel(request: MeasureRequest): Promise<Measurements> {
  const { model, answers, test, data, signal, say } = request;
  const { labels, classCount } = test;
  const { temperature, thresholds } = answers;
  const logits = await classify(model, test);
  const fewerBits = async (format: Exclude<WeightsFormat, 'float32'>): Promise<FewerBitsFigures> => {
    const rounded = await classify(roundModel(model, format), test);
    const before = argMax(logits, classCount);
    const changed = argMax(rounded, classCount).filter((answer, index) => answer !== before[index]).length;
    return { ...evaluateLogits(rounded, labels, classCount), changed };
  };
  const classifier = await openClassifier(model);
  try {
    const seeds = request.seedRuns.length > 1 ? await measureSeeds(request) : undefined;
    const readings = request.beside.length > 0 ? await readingsOf(request) : undefined;
    return {
      data,
      calibration: {
        before: calibrationFigures(logits, labels, classCount),
        ...(temperature && { after: calibrationFigures(logits, labels, classCount, temperature) }),
      },
      ...(thresholds && {
        answers: answerFigures(logits, labels, classCount, {
          threshold: thresholds.answer,
          ...(temperature && { temperature }),
        }),
      }),
      fewerBits: { float16: await fewerBits('float16'), int8: await fewerBits('int8') },
      ...(seeds && { seeds }),
      ...(readings && { readings }),
      robustness: await measureRobustness(classifier, test, {
        seed: ROBUSTNESS_SEED,
        signal,
        onDistortion: (kind) => say(`Measuring robustness: ${kind}`),
      }),
    };
  } finally {
    await classifier.dispose();
  }
}

async function readingsOf({ name, version, model, answers, beside, test, say }: MeasureRequest) {
  say('Measuring what is read and refused ...');
  return measureReadings([{ ...model, name, version, rules: answers }, ...beside], test);
}

async function measureSeeds({ seedRuns, answers, test }: MeasureRequest): Promise<SeedFigures[]> {
  const { labels, classCount } = test;
  const seeds: SeedFigures[] = [];
  for (const path of seedRuns) {
    const loaded = await loadModelFolder((name) => readFile(join(path, 'model', name)));
    const logits = await classify(loaded, test);
    seeds.push({
      seed: loaded.manifest.training.seed,
      ...evaluateLogits(logits, labels, classCount),
      calibrated: calibrationFigures(logits, labels, classCount, answers.temperature),
    });
  }
  return seeds.sort((one, other) => one.seed - other.seed);
}

/** @returns float32 `[count, classCount]` */
async function classify(model: FileModel, test: LabelledImages): Promise<Float32Array> {
  const classifier = await openClassifier(model);
  try {
    return await classifier.classify(test);
  } finally {
    await classifier.dispose();
  }
}
