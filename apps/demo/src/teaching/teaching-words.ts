import type { TeachingAnswer } from './messages';

export const percentWords = (share: number) => `${(100 * share).toFixed(1)}\u00a0%`;

/** What the network makes of the drawing, in one sentence. */
export function teachingWords(answer: TeachingAnswer | undefined): string {
  if (!answer || answer.digit === null) return 'Draw a digit that it gets wrong.';
  if (answer.decision === 'unsure') return `Maybe ${answer.digit}, but it is not sure. What was it?`;
  return `It reads ${answer.digit}, ${percentWords(answer.probability)} sure. What was it?`;
}

/** `a 7`, `an 8`. */
export const digitWords = (digit: number) => `${digit === 8 ? 'an' : 'a'} ${digit}`;

/** What was kept, for the visitor. */
export function keptWords(label: number, answer: number | null): string {
  if (answer === null || answer === label) return `Kept: ${digitWords(label)}.`;
  return `Kept: ${digitWords(label)} that it took for ${digitWords(answer)}.`;
}

/** What was imported, for the visitor. */
export const importedWords = (count: number) => `Imported ${count} ${count === 1 ? 'digit' : 'digits'}.`;
