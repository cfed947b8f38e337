// `lenet predict`: files -> pictures of 28x28 -> logits -> one line for each picture. Files are read side by
// side and answered in their order; in memory is what is read ahead, however many they are.
import { once } from 'node:events';
import { LenetError, layerShapes } from '@lenet/core';
import type { DigitPicture, PictureOptions } from '../images/digit-picture.js';
import { listFiles } from '../images/list-files.js';
import type { ListedFile } from '../images/listed-file.js';
import { readFileList } from '../images/read-file-list.js';
import { type ReadPictures, readPictures } from '../images/read-pictures.js';
import { openClassifier } from '../models/open-classifier.js';
import { openModel } from '../models/open-model.js';
import { classLabels } from '../report/class-labels.js';
import { FilesSkippedError } from './files-skipped-error.js';
import { type AnswerWriter, createAnswerWriter } from './predict-answers.js';
import { inOrder } from './predict-in-order.js';
import { createPredictProgress, type PredictProgress } from './predict-progress.js';
import { type Answer, type DigitReader, readDigits, readSeveral } from './read-digits.js';

/** Files that are read at once: enough for all threads that decode, and for slow disks. */
const FILES_AHEAD = 32;

/** Options as commander gives them. */
export interface PredictCommandOptions {
  model?: string;
  architecture?: string;
  filesFrom?: string;
  null?: boolean;
  asIs?: boolean;
  several?: boolean;
  normalize?: boolean;
  show?: boolean;
  json?: boolean;
  csv?: boolean;
  quiet?: boolean;
}

/** @throws {FilesSkippedError} when some files could not be read; the others were answered */
export async function runPredictCommand(
  names: readonly string[],
  options: PredictCommandOptions,
): Promise<void> {
  const model = await openModel(options.model, options);
  const { classes, temperature, thresholds, digitTest } = model.manifest ?? {};
  const classifier = await openClassifier(model);
  const reader = {
    classifier,
    ...(temperature && { temperature }),
    ...(thresholds && { thresholds }),
    ...(digitTest && { digitTest }),
  };
  const classCount = layerShapes(model.architecture).at(-1)!.outputShape[0];
  const writer = createAnswerWriter(classLabels(classCount, classes), options);
  const progress = createPredictProgress({ isQuiet: options.quiet ?? false });
  const pictureOptions = {
    asIs: options.asIs ?? false,
    several: options.several ?? false,
    normalizeIdx: options.normalize ?? false,
  };
  try {
    await write(writer.head);
    const files = inOrder(listAll(names, options), (listed) => read(listed, pictureOptions), FILES_AHEAD);
    for await (const results of files) await answerAll(results, reader, writer, progress);
  } finally {
    progress.end();
    await classifier.dispose();
  }
  if (progress.skipped > 0) throw new FilesSkippedError({ skipped: progress.skipped });
}

async function* listAll(
  names: readonly string[],
  options: PredictCommandOptions,
): AsyncGenerator<ListedFile, void, undefined> {
  for (const name of names) yield* listFiles(name);
  if (options.filesFrom === undefined) return;
  // Names in a list were found by a program: what looks like a pattern is none.
  for await (const name of readFileList(options.filesFrom, options.null ?? false)) {
    yield* listFiles(name, { hasPatterns: false });
  }
}

/** What became of a file. */
type FileResult = { readonly kind: 'problem'; readonly problem: LenetError } | ReadPictures;

async function read(listed: ListedFile, options: PictureOptions): Promise<FileResult> {
  if (listed.problem) return { kind: 'problem', problem: listed.problem };
  try {
    return await readPictures(listed.file, options);
  } catch (problem) {
    if (!LenetError.isInstance(problem)) throw problem;
    return { kind: 'problem', problem };
  }
}

async function answerAll(
  results: readonly FileResult[],
  reader: DigitReader,
  writer: AnswerWriter,
  progress: PredictProgress,
): Promise<void> {
  let waiting: DigitPicture[] = [];
  const flush = async () => {
    await answer(waiting, reader, writer, progress);
    waiting = [];
  };
  for (const result of results) {
    if (result.kind === 'digit') {
      waiting.push(result.picture);
      continue;
    }
    await flush();
    if (result.kind === 'problem') progress.tellSkipped(result.problem);
    else if (result.kind === 'batches') await answerBatches(result.batches, reader, writer, progress);
    else await tell(await readSeveral(result.picture, reader), writer, progress);
  }
  await flush();
}

/** An IDX file may turn out damaged behind images that were answered. */
async function answerBatches(
  batches: AsyncIterable<DigitPicture[]>,
  reader: DigitReader,
  writer: AnswerWriter,
  progress: PredictProgress,
): Promise<void> {
  let answered = 0;
  try {
    for await (const pictures of batches) {
      await answer(pictures, reader, writer, progress);
      answered += pictures.length;
    }
  } catch (problem) {
    if (!LenetError.isInstance(problem)) throw problem;
    progress.tellSkipped(problem, answered);
  }
}

async function answer(
  pictures: readonly DigitPicture[],
  reader: DigitReader,
  writer: AnswerWriter,
  progress: PredictProgress,
): Promise<void> {
  const decisions = await readDigits(pictures, reader);
  await tell(
    pictures.map((picture, index) => ({ picture, decision: decisions[index] })),
    writer,
    progress,
  );
}

async function tell(
  answers: readonly Answer[],
  writer: AnswerWriter,
  progress: PredictProgress,
): Promise<void> {
  await write(answers.map(({ picture, decision }) => writer.describe(picture, decision)).join(''));
  progress.add(answers.map(({ decision }) => decision));
}

/** Waits where whoever reads the answers is slower than they come. */
async function write(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
}
