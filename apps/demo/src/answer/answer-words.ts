import type { Answer } from '../reading/answer';

const percentFormat = new Intl.NumberFormat('en', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

const percentSign = '\u00a0%'; // never alone at the start of a line

/** `0.9876` as `98.8 %`. Never rounds to a certainty that is not there: `0.99999` is `> 99.9 %`. */
export function percent(probability: number): string {
  if (probability > 0.999 && probability < 1) return `> 99.9${percentSign}`;
  if (probability > 0 && probability < 0.001) return `< 0.1${percentSign}`;
  return percentFormat.format(probability).replace('%', percentSign);
}

/** The answer in one sentence, for eyes and screen readers. */
export function answerWords(answer: Answer | undefined): string {
  if (answer === undefined || answer.digit === null) return 'Nothing drawn yet.';
  const [first, second] = ranked(answer.probabilities);
  const share = (digit: number) => percent(answer.probabilities[digit]);
  if (answer.decision === 'digit')
    return `This is a ${first}, ${share(first).replace('>', 'more than')} sure.`;
  return `Unsure: a ${first} (${share(first)}) or a ${second} (${share(second)})?`;
}

/** Digits from the most to the least probable; the smaller digit first where two are equal. */
function ranked(probabilities: readonly number[]): number[] {
  return [...probabilities.keys()].sort((a, b) => probabilities[b] - probabilities[a] || a - b);
}
