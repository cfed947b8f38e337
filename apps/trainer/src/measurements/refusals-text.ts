import { countText, percentText } from '../report/number-text.js';
import type { AnswerFigures, RefusalFigures } from './measure-refusals.js';

/** Of the curve: those that a person wants to know. */
const COVERAGES = [1, 0.995, 0.99, 0.985, 0.98, 0.965, 0.95, 0.9];

const share = (value: number) => `${(100 * value).toFixed(2)} %`.padStart(9);

/** For the terminal: what is answered of digits, and what of all else. */
export function refusalsText({ digits, generatedDigits, curve, kinds }: RefusalFigures): string {
  const scores = Object.keys(kinds[0].refusedBy);
  const row = (name: string, refused: number, refusedBy: (score: string) => number) =>
    `  ${name.padEnd(56).slice(0, 56)}${share(refused)}${scores.map((score) => `   ${share(refusedBy(score))}`).join('')}\n`;
  const mean = (use: 'choosing' | 'measuring' | undefined) => {
    const chosen = kinds.filter((kind) => use === undefined || kind.use === use);
    const over = (value: (kind: (typeof kinds)[number]) => number) =>
      chosen.reduce((sum, kind) => sum + value(kind), 0) / chosen.length;
    return [
      over(({ refused }) => refused),
      (score: string) => over((kind) => kind.refusedBy[score]),
    ] as const;
  };
  const rows = (use: 'choosing' | 'measuring') =>
    kinds
      .filter((kind) => kind.use === use)
      .map(({ name, refused, refusedBy }) => row(name, refused, (score) => refusedBy[score]))
      .join('');
  return (
    `${answersText('Digits', digits)}${answersText('Generated digits of all styles', generatedDigits)}\n` +
    'Wrong among what is answered, the most probable first\n' +
    curve
      .filter(({ coverage }) => COVERAGES.includes(coverage))
      .map(({ coverage, risk }) => `  ${share(coverage)} answered: ${share(risk)}\n`)
      .join('') +
    `\nRefused of what is no digit, and by one score alone at the same cost\n  ${'kind'.padEnd(56)}  refused${scores.map((score) => `   ${score.padStart(9).slice(0, 9)}`).join('')}\n` +
    `${rows('choosing')}${row('mean of these, of which the digit test knows', ...mean('choosing'))}` +
    `${rows('measuring')}${row('mean of these, on which nothing was chosen', ...mean('measuring'))}` +
    row('mean of all', ...mean(undefined))
  );
}

const answersText = (name: string, { images, accuracy, answered, wrong }: AnswerFigures) =>
  `${name}: of ${countText(images)} are read right ${percentText(accuracy)}; answered ${percentText(answered)}, of the answers ${percentText(wrong)} are wrong\n`;
