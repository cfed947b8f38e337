// `lenet evaluate`: a trained network and a test set -> loss, accuracy, a report of each class.
import { isDeepStrictEqual } from 'node:util';
import { argMax, type Evaluation, evaluateLogits, type LabelledImages } from '@lenet/core';
import {
  type ClassificationReport,
  classificationReport,
  confusionMatrix,
  formatClassificationReport,
} from '@lenet/core/metrics';
import type { ModelData } from '@lenet/core/models';
import { loadRunData } from '../data/load-run-data.js';
import type { FileModel } from '../formats/file-model.js';
import type { RefusalFigures } from '../measurements/measure-refusals.js';
import { type Measurements, ROBUSTNESS_SEED } from '../measurements/measurements.js';
import { refusalsText } from '../measurements/refusals-text.js';
import { robustnessText } from '../measurements/robustness-text.js';
import { describeData } from '../models/describe-data.js';
import { openClassifier } from '../models/open-classifier.js';
import { type OpenedModel, openModel } from '../models/open-model.js';
import { countText } from '../report/number-text.js';
import { catchInterruption } from './interruption.js';

/** Options as commander gives them. */
export interface EvaluateCommandOptions {
  data: string;
  testImages?: number;
  architecture?: string;
  robustness?: boolean;
  refusals?: boolean;
  json?: boolean;
}

/** What `lenet evaluate --json` prints. */
interface EvaluateResult {
  /** A model of another program has no version; it is in a folder or a file. */
  readonly model: Pick<OpenedModel, 'name' | 'version' | 'folder' | 'file'>;
  readonly test: Evaluation;
  readonly data: ModelData;
  /** Number of images, `[actual][predicted]`. */
  readonly confusionMatrix: readonly (readonly number[])[];
  readonly classificationReport: ClassificationReport;
  readonly robustness?: Measurements['robustness'];
  readonly refusals?: RefusalFigures;
}

export async function runEvaluateCommand(
  path: string | undefined,
  options: EvaluateCommandOptions,
): Promise<void> {
  const model = await openModel(path, options);
  const { name, version, folder, file, manifest } = model;
  const { test, identity } = await loadTestImages(options, manifest?.training.seed ?? 0);
  noticeOtherClasses(manifest?.classes, identity.classes);
  const result: EvaluateResult = {
    model: { name, ...(version && { version }), ...(folder && { folder }), ...(file && { file }) },
    data: describeData(identity, 'test'),
    ...(await measure(model, test, identity.classes)),
    ...(options.robustness && { robustness: await distortAndMeasure(model, test) }),
    ...(options.refusals && { refusals: await refuseAndMeasure(model, test) }),
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

/**
 * The same classes may have other names, but what lies in another order is measured wrongly. A network that learned from
 * fewer classes than it has outputs knows more than the data.
 */
function noticeOtherClasses(
  known: readonly string[] | undefined,
  given: readonly string[] | undefined,
): void {
  if (!known || !given) return;
  const ofData = known.slice(0, given.length);
  if (isDeepStrictEqual(ofData, given)) return;
  process.stderr.write(
    `lenet: the classes have other names in the data (${given.join(', ')}) than in the model (${ofData.join(', ')}); they are compared in this order.\n`,
  );
}

async function measure(
  model: FileModel,
  { labels, classCount, ...images }: LabelledImages,
  names: readonly string[] = [],
) {
  const classifier = await openClassifier(model);
  try {
    const logits = await classifier.classify(images);
    const predictions = argMax(logits, classCount);
    const classNames = Array.from({ length: classCount }, (_, label) => names[label] ?? String(label));
    return {
      test: evaluateLogits(logits, labels, classCount),
      confusionMatrix: confusionMatrix(labels, predictions, { classCount }),
      classificationReport: classificationReport(labels, predictions, { classNames }),
    };
  } finally {
    await classifier.dispose();
  }
}

async function distortAndMeasure(
  model: FileModel,
  test: LabelledImages,
): Promise<Measurements['robustness']> {
  const { measureRobustness } = await import('../measurements/measure-robustness.js');
  const { signal, release } = catchInterruption();
  const classifier = await openClassifier(model);
  try {
    const onDistortion = (kind: string) => process.stderr.write(`Measuring robustness: ${kind}\n`);
    return await measureRobustness(classifier, test, { seed: ROBUSTNESS_SEED, signal, onDistortion });
  } finally {
    release();
    await classifier.dispose();
  }
}

async function refuseAndMeasure(model: FileModel, test: LabelledImages): Promise<RefusalFigures> {
  const { measureRefusals, picturesToShow } = await import('../measurements/measure-refusals.js');
  const classifier = await openClassifier(model);
  try {
    return await measureRefusals(classifier, model.manifest ?? {}, picturesToShow(test));
  } finally {
    await classifier.dispose();
  }
}

function describe(result: EvaluateResult): string {
  const { model, test, data, classificationReport: report, robustness, refusals } = result;
  return (
    `Model: ${[model.name, model.version].filter(Boolean).join(' ')}, ${model.folder ?? model.file}\n` +
    `Test accuracy: ${test.accuracy.toFixed(4)}   test loss: ${test.loss.toFixed(4)}   (${data.title}, ${countText(data.count)} ${data.count === 1 ? 'image' : 'images'})\n\n` +
    formatClassificationReport(report) +
    (robustness ? `\n${robustnessText(robustness)}` : '') +
    (refusals ? `\n${refusalsText(refusals)}` : '')
  );
}
