import type { Explanation } from '../explaining/messages';

/** What the network makes of the drawing, in one sentence; as the drawing page decides. */
export function answerWords(
  explanation: Pick<Explanation, 'decision' | 'digit' | 'probability' | 'isLikeDigit'> | undefined,
): string {
  if (!explanation) return '…';
  const { decision, digit, probability, isLikeDigit } = explanation;
  if (digit === null) return 'Nothing drawn yet.';
  const percent = `${(100 * probability).toFixed(1)}\u00a0%`;
  if (decision === 'digit') return `It reads ${digit}, ${percent} sure.`;
  if (!isLikeDigit) return `This hardly looks like a digit. The nearest is ${digit}.`;
  return `Maybe ${digit}, but it is only ${percent} sure.`;
}
