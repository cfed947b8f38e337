import { type Answer, answerText, type DigitAnswer } from '../reading/answer';

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
  if (answer === undefined || answer.digits[0].digit === null) return 'Nothing drawn yet.';
  const { digits } = answer;
  if (digits.length === 1) return digitWords(digits[0]);
  const unsure = digits.filter(({ decision }) => decision === 'unsure').map(({ digit }) => digit);
  const number = `${digits.length} digits: this is ${answerText(answer)}`;
  return unsure.length === 0 ? `${number}.` : `${number}, but unsure about the ${unsure.join(' and the ')}.`;
}

/** The next probable digit, e.g. `Second guess: 9, 12.1 %`; empty for an empty paper. */
export function secondGuessWords({ probabilities, decision }: DigitAnswer): string {
  const [, second] = ranked(probabilities);
  if (decision === 'blank') return '';
  return `Second guess: ${second}, ${percent(probabilities[second])}`;
}

function digitWords({ decision, probabilities, isLikeDigit }: DigitAnswer): string {
  const [first, second] = ranked(probabilities);
  const share = (digit: number) => percent(probabilities[digit]);
  if (decision === 'digit')
    return `This is ${withArticle(first)}, ${share(first).replace('>', 'more than')} sure.`;
  if (!isLikeDigit) return `Unsure: this hardly looks like a digit. The nearest is ${withArticle(first)}.`;
  return `Unsure: ${withArticle(first)} (${share(first)}) or ${withArticle(second)} (${share(second)})?`;
}

function withArticle(digit: number): string {
  return `${digit === 8 ? 'an' : 'a'} ${digit}`;
}

/** Digits from the most to the least probable; the smaller digit first where two are equal. */
function ranked(probabilities: readonly number[]): number[] {
  return [...probabilities.keys()].sort((a, b) => probabilities[b] - probabilities[a] || a - b);
}
