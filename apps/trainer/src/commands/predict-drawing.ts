import type { Decision } from '@lenet/core';
import { type DigitPicture, SIDE } from '../images/digit-picture.js';
import { shrinkImage, terminalLines } from '../images/terminal-image.js';
import { probabilityText } from '../report/number-text.js';
import { createPaint } from '../terminal/paint.js';

/** What the terminal shows. */
export interface DrawingTerminal {
  /** In columns. */
  readonly width: number;
  readonly hasColours: boolean;
  readonly hasUnicode: boolean;
}

const GAP = 3;
const PERCENT_WIDTH = 8;
const LONGEST_BAR = 30;
const SHORTEST_BAR = 5;
/** All classes are shown up to so many, in their order; of more, so many of the most probable. */
const MOST_BARS = 12;
/** Parts of a character, in eighths. */
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];

/**
 * What the network sees, and beside it, or below it where the terminal is narrow, how sure it is of each
 * class.
 *
 * @returns lines that end with a line feed each
 */
export function drawAnswer(
  { pixels }: Pick<DigitPicture, 'pixels'>,
  { digit, probabilities }: Pick<Decision, 'digit' | 'probabilities'>,
  classes: readonly string[],
  terminal: DrawingTerminal,
): string {
  const { width, hasColours, hasUnicode } = terminal;
  const image = shrinkImage({ pixels, height: SIDE, width: SIDE }, Math.ceil(SIDE / Math.max(1, width)));
  const picture = terminalLines(image, hasColours && hasUnicode);
  const shown = chooseBars(probabilities);
  const labelWidth = Math.max(...shown.map((label) => classes[label].length));
  const textWidth = labelWidth + PERCENT_WIDTH + 4;
  const isBeside = width >= SIDE + GAP + textWidth + SHORTEST_BAR;
  const left = isBeside ? SIDE + GAP : 0;
  const barWidth = Math.min(LONGEST_BAR, Math.max(SHORTEST_BAR, width - left - textWidth));
  const paint = createPaint(hasColours);
  const bars = shown.map((label) => {
    const probability = probabilities[label];
    const text = `${classes[label].padStart(labelWidth)}  ${probabilityText(probability).padStart(PERCENT_WIDTH)}  `;
    const line = (text + bar(probability, barWidth, hasUnicode)).trimEnd();
    return label === digit ? paint.green(line) : line;
  });
  const lines = isBeside ? beside(picture, bars) : [...picture, '', ...bars];
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

function chooseBars(probabilities: readonly number[]): number[] {
  const labels = probabilities.map((_, label) => label);
  if (labels.length <= MOST_BARS) return labels;
  return labels.sort((a, b) => probabilities[b] - probabilities[a]).slice(0, MOST_BARS);
}

function bar(share: number, width: number, hasUnicode: boolean): string {
  if (!hasUnicode) return '#'.repeat(Math.round(share * width));
  const length = Math.round(share * width * 8);
  return '█'.repeat(length >> 3) + eighths[length & 7];
}

/** The bars in the middle of the picture's height. */
function beside(picture: readonly string[], bars: readonly string[]): string[] {
  const first = Math.max(0, (picture.length - bars.length) >> 1);
  return picture.map((line, row) => `${line}${' '.repeat(GAP)}${bars[row - first] ?? ''}`);
}
