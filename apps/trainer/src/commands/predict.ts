// `lenet predict`: files -> pictures of 28x28 -> logits -> one line for each picture.
import { type Classifier, type Decision, decide, LenetError } from '@lenet/core';
import type { ModelManifest } from '@lenet/core/models';
import { exitCodes } from '../exit-codes.js';
import { type DigitPicture, type PictureOptions, SIDE } from '../images/digit-picture.js';
import { listFiles } from '../images/list-files.js';
import { readPictures } from '../images/read-pictures.js';
import { openClassifier } from '../models/open-classifier.js';
import { openModel } from '../models/open-model.js';
import { probabilityText } from '../report/number-text.js';
import { FilesSkippedError } from './files-skipped-error.js';

/** Options as commander gives them. */
export interface PredictCommandOptions {
  model?: string;
  architecture?: string;
  asIs?: boolean;
  normalize?: boolean;
  json?: boolean;
}

/** @throws {FilesSkippedError} when some files could not be read; the others were answered */
export async function runPredictCommand(
  names: readonly string[],
  options: PredictCommandOptions,
): Promise<void> {
  process.stdout.on('error', endWithReader);
  const model = await openModel(options.model, options);
  const describe = options.json ? describeAsJson : describeAsText;
  const pictureOptions = { asIs: options.asIs ?? false, normalizeIdx: options.normalize ?? false };
  const classifier = await openClassifier(model);
  let skipped = 0;
  try {
    for (const name of names) {
      for await (const pictures of picturesOf(name, pictureOptions)) {
        if (pictures === undefined) {
          skipped++;
          continue;
        }
        const decisions = await decideAll(pictures, classifier, model.manifest);
        const lines = pictures.map((picture, index) => `${describe(picture, decisions[index])}\n`);
        process.stdout.write(lines.join(''));
      }
    }
  } finally {
    await classifier.dispose();
  }
  if (skipped > 0) throw new FilesSkippedError({ skipped });
}

/** Whoever reads the answers may stop: `lenet predict … | head`. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(exitCodes.done);
  throw error;
}

/** The pictures of each file in turn; undefined for one that was told and skipped. */
async function* picturesOf(
  name: string,
  options: PictureOptions,
): AsyncGenerator<DigitPicture[] | undefined> {
  const files = await orTold(listFiles(name));
  if (files === undefined) yield undefined;
  for (const file of files ?? []) yield await orTold(readPictures(file, options));
}

async function orTold<Value>(result: Promise<Value>): Promise<Value | undefined> {
  try {
    return await result;
  } catch (error) {
    if (!LenetError.isInstance(error)) throw error;
    process.stderr.write(`lenet: skipped ${error.message}\n`);
    return undefined;
  }
}

async function decideAll(
  pictures: readonly DigitPicture[],
  classifier: Classifier,
  { temperature, thresholds }: Pick<ModelManifest, 'temperature' | 'thresholds'> = {},
): Promise<Decision[]> {
  const pixels = new Uint8Array(pictures.length * SIDE * SIDE);
  for (const [index, picture] of pictures.entries()) pixels.set(picture.pixels, index * SIDE * SIDE);
  const logits = await classifier.classify({ pixels, count: pictures.length, height: SIDE, width: SIDE });
  const classCount = logits.length / pictures.length;
  return pictures.map((picture, index) =>
    decide(logits.subarray(index * classCount, (index + 1) * classCount), {
      isBlank: picture.pixels.every((value) => value === 0),
      ...(temperature !== undefined && { temperature }),
      ...(thresholds && { answerThreshold: thresholds.answer }),
    }),
  );
}

function describeAsJson({ file, index }: DigitPicture, { decision, digit, ...rest }: Decision): string {
  return JSON.stringify({
    file,
    ...(index !== undefined && { index }),
    digit,
    probability: rounded(rest.probability),
    probabilities: rest.probabilities.map(rounded),
    decision,
  });
}

/** `7   99.8 %  seven.png`; the answer first, so that the columns stand below each other. */
function describeAsText({ file, index }: DigitPicture, { decision, digit, probability }: Decision): string {
  const place = index === undefined ? file : `${file}[${index}]`;
  if (decision === 'blank') return `-     blank  ${place}`;
  const percent = probabilityText(probability).padStart(8);
  return `${digit}  ${percent}  ${place}${decision === 'unsure' ? '  unsure' : ''}`;
}

const rounded = (probability: number) => Math.round(probability * 1e6) / 1e6;
