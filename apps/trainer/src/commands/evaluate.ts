// `lenet evaluate`: a trained network and a test set -> loss, accuracy, a report of each class.
import { argMax, type Evaluation, evaluateLogits, type LabelledImages } from '@lenet/core';
import {
  type ClassificationReport,
  classificationReport,
  confusionMatrix,
  formatClassificationReport,
} from '@lenet/core/metrics';
import type { LoadedModel, ModelData } from '@lenet/core/models';
import { loadRunData } from '../data/load-run-data.js';
import { describeData } from '../models/describe-data.js';
import { openClassifier } from '../models/open-classifier.js';
import { openModel } from '../models/open-model.js';
import { countText } from '../report/number-text.js';
import { catchInterruption } from './interruption.js';

/** Options as commander gives them. */
export interface EvaluateCommandOptions {
  data: string;
  testImages?: number;
  json?: boolean;
}

/** What `lenet evaluate --json` prints. */
interface EvaluateResult {
  readonly model: { readonly name: string; readonly version: string; readonly folder: string };
  readonly test: Evaluation;
  readonly data: ModelData;
  /** Number of images, `[actual][predicted]`. */
  readonly confusionMatrix: readonly (readonly number[])[];
  readonly classificationReport: ClassificationReport;
}

export async function runEvaluateCommand(
  path: string | undefined,
  options: EvaluateCommandOptions,
): Promise<void> {
  const model = await openModel(path);
  const { name, version } = model.manifest;
  const { test, identity } = await loadTestImages(options, model.manifest.training.seed);
  const result: EvaluateResult = {
    model: { name, version, folder: model.folder },
    data: describeData(identity, 'test'),
    ...(await measure(model, test)),
  };
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : describe(result));
}

async function loadTestImages(options: EvaluateCommandOptions, seed: number) {
  const { data, testImages } = options;
  const { signal, release } = catchInterruption();
  try {
    // One training image keeps a synthetic training set, which is not needed, from being drawn.
    const settings = { data, seed, trainImages: 1, ...(testImages !== undefined && { testImages }) };
    return await loadRunData(settings, signal);
  } finally {
    release();
  }
}

async function measure(model: LoadedModel, { labels, classCount, ...images }: LabelledImages) {
  const classifier = await openClassifier(model);
  try {
    const logits = await classifier.classify(images);
    const predictions = argMax(logits, classCount);
    return {
      test: evaluateLogits(logits, labels, classCount),
      confusionMatrix: confusionMatrix(labels, predictions, { classCount }),
      classificationReport: classificationReport(labels, predictions),
    };
  } finally {
    await classifier.dispose();
  }
}

function describe({ model, test, data, classificationReport: report }: EvaluateResult): string {
  return (
    `Model: ${model.name} ${model.version}, ${model.folder}\n` +
    `Test accuracy: ${test.accuracy.toFixed(4)}   test loss: ${test.loss.toFixed(4)}   (${data.title}, ${countText(data.count)} images)\n\n` +
    formatClassificationReport(report)
  );
}
