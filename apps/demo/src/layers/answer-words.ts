import type { Explanation } from '../explaining/messages';

/** What the network makes of the drawing, in one sentence; as the drawing page decides. */
export function answerWords(
  explanation: Pick<Explanation, 'decision' | 'digit' | 'probability'> | undefined,
): string {
  if (!explanation) return '…';
  const { decision, digit, probability } = explanation;
  if (digit === null) return 'Nothing drawn yet.';
  const percent = `${(100 * probability).toFixed(1)}\u00a0%`;
  if (decision === 'digit') return `It reads ${digit}, ${percent} sure.`;
  return `Maybe ${digit}, but it is not sure that this is a digit.`;
}
