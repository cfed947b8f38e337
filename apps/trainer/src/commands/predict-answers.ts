// Answers as text, JSON, CSV or drawings.
import type { Decision } from '@lenet/core';
import type { DigitPicture } from '../images/digit-picture.js';
import { shownName } from '../images/shown-name.js';
import { probabilityText } from '../report/number-text.js';
import { wantsColour } from '../terminal/paint.js';
import { showsUnicode } from '../terminal/unicode.js';
import { drawAnswer } from './predict-drawing.js';

const USUAL_WIDTH = 80;

/** Makes the texts that go to standard output. */
export interface AnswerWriter {
  /** What comes first; may be empty. */
  readonly head: string;
  /** @returns whole lines */
  describe(picture: DigitPicture, decision: Decision): string;
}

/**
 * @param classes names in the order of the logits; `0`, `1`, … are not told beside the digit
 * @param options as commander gives them
 */
export function createAnswerWriter(
  classes: readonly string[],
  { json, csv, show }: { json?: boolean; csv?: boolean; show?: boolean },
): AnswerWriter {
  const names = classes.some((name, index) => name !== String(index)) ? classes : undefined;
  if (json) return { head: '', describe: (picture, decision) => jsonLine(picture, decision, names) };
  if (csv)
    return { head: csvHead(classes), describe: (picture, decision) => csvLine(picture, decision, names) };
  const width = Math.max(...classes.map((name) => name.length));
  const line = (picture: DigitPicture, decision: Decision) => textLine(picture, decision, classes, width);
  if (!show) return { head: '', describe: line };
  const terminal = {
    width: process.stdout.columns || USUAL_WIDTH,
    hasColours: wantsColour(process.stdout, process.env),
    hasUnicode: showsUnicode(process.env, process.platform),
  };
  return {
    head: '',
    describe: (picture, decision) =>
      `${line(picture, decision)}\n${drawAnswer(picture, decision, classes, terminal)}\n`,
  };
}

const rounded = (probability: number) => Math.round(probability * 1e6) / 1e6;

function jsonLine(
  { file, index, box }: DigitPicture,
  { decision, digit, probability, probabilities }: Decision,
  names: readonly string[] | undefined,
): string {
  const answer = {
    file,
    ...(index !== undefined && { index }),
    ...(box && { box }),
    digit,
    ...(names && { name: digit === null ? null : names[digit] }),
    probability: rounded(probability),
    probabilities: probabilities.map(rounded),
    decision,
  };
  return `${JSON.stringify(answer)}\n`;
}

/** As RFC 4180 has it, but for the line ends. */
const csvField = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function csvHead(classes: readonly string[]): string {
  const columns = classes.map((name) => csvField(`p(${name})`));
  return `${['file', 'index', 'answer', 'probability', 'decision', ...columns].join(',')}\n`;
}

function csvLine(
  { file, index }: DigitPicture,
  { decision, digit, probability, probabilities }: Decision,
  names: readonly string[] | undefined,
): string {
  const answer = digit === null ? '' : (names?.[digit] ?? `${digit}`);
  const texts = [csvField(file), index ?? '', csvField(answer), rounded(probability), decision];
  return `${[...texts, ...probabilities.map(rounded)].join(',')}\n`;
}

/** `7    99.8 %  seven.png`; the answer first, so that the columns stand below each other. */
function textLine(
  { file, index }: DigitPicture,
  { decision, digit, probability }: Decision,
  classes: readonly string[],
  width: number,
): string {
  const place = shownName(file) + (index === undefined ? '' : `[${index}]`);
  if (decision === 'blank' || digit === null) return `${'-'.padEnd(width)}     blank  ${place}\n`;
  const percent = probabilityText(probability).padStart(8);
  return `${classes[digit].padEnd(width)}  ${percent}  ${place}${decision === 'unsure' ? '  unsure' : ''}\n`;
}
